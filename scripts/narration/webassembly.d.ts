/** The part of WebAssembly that the engines use: Node's own types leave it to the browser's library. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    /** Of a program for WASI. */
    readonly exports: { readonly memory: Memory; readonly _start: () => unknown };
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
