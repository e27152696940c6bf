declare module "edtf" {
  /** The part of the untyped library that the tests use: first and last millisecond of a date. */
  const edtf: (text: string) => { readonly min: number; readonly max: number };
  export default edtf;
}
