import { prepare } from "../scripts/prepare.ts";

/** Browser and command-line tests use the bundled program: bundle what the working tree says. */
export async function setup(): Promise<void> {
  await prepare();
}
