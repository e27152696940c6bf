declare module "*.hbs" {
  /** Renders the template. Throws when it names a field that `context` lacks. */
  export const template: (
    context: unknown,
    options?: { partials?: Record<string, unknown>; helpers?: Record<string, unknown> },
  ) => string;
}
