/** `lanternist check --pdf`: whether a PDF can be used by everyone. */
import { readFile, stat } from "node:fs/promises";
import { counted, fileSize } from "../counted.ts";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import { errorCode } from "../io/error-code.ts";
import { checkBounded } from "../pdf-check/bounded.ts";
import type { Finding } from "../pdf-check/index.ts";
import { CannotCheck, LARGEST_BYTES } from "../pdf-check/read.ts";
import type { CommandContext } from "./context.ts";

/** The options that mean something for a PDF. */
export interface CheckPdfOptions {
  readonly strict?: boolean;
  readonly format: string;
}

/**
 * Prints what is wrong with any PDF, as text or as a JSON array of findings; exit code 1 when it breaks PDF/UA-1.
 * @throws WrongUsage when the file cannot be checked
 */
export async function checkPdfCommand(
  { terminal, signal }: CommandContext,
  path: string,
  options: CheckPdfOptions,
): Promise<number> {
  const { findings, pages } = await checkFile(path, signal);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (options.format === "json") {
    terminal.line(JSON.stringify(findings, undefined, 2));
  } else {
    for (const finding of findings) terminal.error(showFinding(path, finding));
    const counts = `${counted(errors, "error")}, ${counted(findings.length - errors, "warning")}`;
    if (findings.length > 0) terminal.error(counts);
    else
      terminal.line(
        `${path} (${counted(pages, "page")}) keeps all rules of PDF/UA-1 that this program can check; docs/pdf.md tells what only people can`,
      );
  }
  return errors > 0 || (options.strict === true && findings.length > 0) ? EXIT.deck : EXIT.good;
}

async function checkFile(path: string, signal: AbortSignal): ReturnType<typeof checkBounded> {
  try {
    return await checkBounded(await readBounded(path), signal);
  } catch (error) {
    if (error instanceof CannotCheck) throw new WrongUsage(`${path} cannot be checked: ${error.message}`);
    if (errorCode(error) === "ENOENT") throw new WrongUsage(`there is no file ${path}`);
    throw error;
  }
}

/** @throws CannotCheck when it is no file or too large; the system's error when it cannot be read */
async function readBounded(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const info = await stat(path);
  if (!info.isFile()) throw new CannotCheck("it is no file");
  if (info.size > LARGEST_BYTES)
    throw new CannotCheck(
      `it has ${fileSize(info.size)}; files of up to ${fileSize(LARGEST_BYTES)} are read`,
    );
  // A copy in memory of its own, which can be handed to the thread.
  return new Uint8Array(await readFile(path));
}

/** One finding as people read it. */
function showFinding(
  path: string,
  { severity, rule, message, page, matterhorn, clause, hint }: Finding,
): string {
  const place = page === undefined ? path : `${path}, page ${page}`;
  const sources = [
    ...(matterhorn.length === 0 ? [] : [`Matterhorn ${matterhorn.join(", ")}`]),
    /^\d/.test(clause) ? `PDF/UA-1, ${clause}` : clause,
  ];
  return `${place}: ${severity} [${rule}] ${message}\n  hint: ${hint} (${sources.join("; ")})`;
}
