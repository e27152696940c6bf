import { describe, expect, it } from "vitest";
import { makeTerminal } from "../scripts/terminal.ts";

function record(isTTY: boolean, noColor?: string) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return { terminal: makeTerminal(stream, stream, noColor), written };
}

describe("progress", () => {
  it("is one changing line on a terminal, gone before the next result", () => {
    const { terminal, written } = record(true);
    terminal.progress("speak", 1, 2);
    terminal.progress("speak", 2, 2);
    terminal.line("done");
    expect(written.join("")).toBe("\r\u001B[Kspeak 1 of 2\r\u001B[Kspeak 2 of 2\r\u001B[Kdone\n");
  });

  it("is four lines at most in a log", () => {
    const { terminal, written } = record(false);
    for (let done = 1; done <= 100; done++) terminal.progress("speak", done, 100);
    expect(written).toEqual([
      "speak 25 of 100\n",
      "speak 50 of 100\n",
      "speak 75 of 100\n",
      "speak 100 of 100\n",
    ]);
  });

  it("is told in a log before something long has begun to show", () => {
    const { terminal, written } = record(false);
    terminal.progress("page", 0, 36);
    terminal.progress("page", 36, 36);
    expect(written).toEqual(["page 0 of 36\n", "page 36 of 36\n"]);
  });
});

describe("colours", () => {
  it("are for terminals whose users have nothing against them", () => {
    expect(record(true).terminal.colours).toBe(true);
    expect(record(true, "").terminal.colours).toBe(true);
    expect(record(true, "1").terminal.colours).toBe(false);
    expect(record(false).terminal.colours).toBe(false);
  });
});
