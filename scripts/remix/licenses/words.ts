/** The verdict in words. */
import type { Reason, Verdict } from "./verdict.ts";

/** `"Relief of Korea" (media/relief.svg) is CC BY-ND 4.0, and …` */
export const sayReason = ({ title, where, text }: Reason): string =>
  `"${title}"${where === "" ? "" : ` (${where})`} ${text}`;

/**
 * The verdict in one line, without full stop.
 * @param own the lecture's licence
 */
export function sayVerdict(verdict: Verdict, own: string | undefined): string {
  const { answer, reasons, licenses, ownResponsibility } = verdict;
  const under = own === undefined ? "" : ` under ${own}`;
  const conditions = reasons
    .filter((reason) => reason.answer === "if")
    .map((reason) => `${sayReason(reason)} [${reason.clause}: ${reason.source}]`);
  const said = {
    yes: `yes, all may be passed on${under}`,
    if: `yes, all may be passed on${under}, if this is kept: ${conditions.join("; ")}`,
    no: `no, it may be made and shown, but not passed on${under}`,
  }[answer];
  const kept = ownResponsibility.map((title) => `"${title}"`).join(", ");
  return [
    said,
    ...(own === undefined || answer === "no" ? [sayLicenses(licenses)] : []),
    ...(kept === "" ? [] : [`on your responsibility and not passed on: ${kept}`]),
  ].join("; ");
}

/** Under which licences a lecture may go on. */
export function sayLicenses(ids: readonly string[]): string {
  if (ids.length === 0) return "no licence lets all of it go together";
  const any = [ids.slice(0, -1).join(", "), ids.at(-1)].filter(Boolean).join(" or ");
  return `the lecture may go on with license: ${any}`;
}
