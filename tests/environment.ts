/**
 * Where tests run: Node as it is. A worker runs many files, one after the other, in one process; what they share is
 * put into `atWorkerEnd` to be closed when the last one is done.
 */
import type { Environment } from "vitest/runtime";

declare global {
  /** What is still to be closed by this worker. */
  var atWorkerEnd: (() => Promise<unknown>)[];
}

const environment: Environment = {
  name: "worker",
  viteEnvironment: "ssr",
  setup() {
    globalThis.atWorkerEnd = [];
    return {
      async teardown() {
        await Promise.all(globalThis.atWorkerEnd.map((close) => close()));
      },
    };
  },
};

export default environment;
