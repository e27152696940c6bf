declare module "webvtt-parser" {
  /** The W3C's own parser; it also says what is wrong with a file. */
  export class WebVTTParser {
    parse(
      input: string,
      mode: "subtitles" | "chapters" | "metadata",
    ): {
      readonly cues: readonly {
        readonly startTime: number;
        readonly endTime: number;
        readonly text: string;
      }[];
      readonly errors: readonly { readonly message: string; readonly line: number }[];
    };
  }
}
