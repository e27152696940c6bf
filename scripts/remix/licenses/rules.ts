/**
 * What each licence asks when a work under it goes into a lecture, and the lecture goes on under a licence of its own.
 *
 * The rules are those of the licences' texts, and of the three charts that Creative Commons publishes in its FAQ: which works may be
 * remixed, which licence an adaptation may carry, and what a collection may hold.
 */
import { addressOf, nameOf, type CreativeCommons, type License, type OtherLicense } from "./license.ts";

/** `if`: yes, on a condition that is said. */
export type Answer = "yes" | "if" | "no";

/**
 * How a work is used: `whole`, as it is, beside others, as in a collection; `adapted`; or `timed`, a sound that plays in time with
 * the slides, which Creative Commons' licences since 2.0 count as adapted.
 */
export type Use = "whole" | "adapted" | "timed";

/** What a licence says to one use under one licence of the lecture. */
export interface Rating {
  readonly answer: Answer;
  /** The lecture has to carry this licence. */
  readonly binds?: boolean;
  /** Leaves a condition on the work that the lecture's licence lacks: allowed, not advised, and never beside a share-alike work. */
  readonly restricts?: boolean;
  /** Why, to be read after the title; absent where there is nothing to say. */
  readonly why?: Why;
}

/** A reason with the rule that it rests on. */
export interface Why {
  readonly text: string;
  /** Such as `CC BY-SA 4.0, section 3(b)`. */
  readonly clause: string;
  /** The address of the licence or of the page that explains the rule. */
  readonly source: string;
}

/** Creative Commons' answers about combining and adapting, with its charts. */
const FAQ = "https://creativecommons.org/faq/#combining-and-adapting-cc-material";

const YES: Rating = { answer: "yes" };

/**
 * Applies a licence to one use.
 * @param license the work's
 * @param target the lecture's
 */
export function rate(license: License, use: Use, target: License): Rating {
  if (license.kind !== "cc") return use === "adapted" ? rateAdapted(license, target) : rateWhole(license);
  // Sections 1(b) of 2.0 and 2.5, 1(a) of 3.0 and 4.0; 1.0 has no such clause.
  const adapted = use === "adapted" || (use === "timed" && license.version >= 2);
  return adapted ? rateAdaptedCc(license, use, target) : rateWholeCc(license, target);
}

/** A member of a collection stays under its own licence, and the others are free of it. */
function rateWholeCc(license: CreativeCommons, target: License): Rating {
  const { text, ...rule } = nonCommercial(license);
  const profits = license.nc && !(target.kind === "cc" && target.nc);
  if (profits && !isOwn(target))
    return {
      answer: "no",
      why: { ...rule, text: `${text}, which ${nameOf(target)} would allow`, source: FAQ },
    };
  if (license.nd) {
    const only = `is ${nameOf(license)} and may be passed on only as it is${profits ? ", and not for profit" : ""}`;
    return { answer: "if", why: { ...noDerivatives(license), text: only } };
  }
  return profits ? { answer: "if", why: { ...rule, text } } : YES;
}

function rateAdaptedCc(license: CreativeCommons, use: Use, target: License): Rating {
  const also =
    use === "timed" ? `, and sound in time with the slides counts as adapted (${synchronised(license)})` : "";
  if (license.nd) {
    const why = noDerivatives(license);
    return { answer: "no", why: { ...why, text: why.text + also } };
  }
  if (license.sa) {
    return mayFollow(license, target)
      ? { answer: "yes", binds: true }
      : { answer: "no", binds: true, why: { ...shareAlike(license), text: shareAlike(license).text + also } };
  }
  if (target.kind === "public-domain") {
    const text = `is ${nameOf(license)}, whose conditions stay on it, and ${nameOf(target)} does not say so`;
    return {
      answer: "if",
      restricts: true,
      why: { text, clause: "Creative Commons FAQ, adapter’s license chart", source: FAQ },
    };
  }
  if (!license.nc || (target.kind === "cc" && target.nc)) return YES;
  const { text, ...rule } = nonCommercial(license);
  const why = { ...rule, text: isOwn(target) ? text : `${text}, which ${nameOf(target)} does not say` };
  return { answer: "if", restricts: true, why };
}

function rateWhole(license: OtherLicense): Rating {
  const name = nameOf(license);
  if (license.kind === "gfdl" || license.kind === "gpl") {
    const clause =
      license.kind === "gfdl" ? "section 7" : `section ${license.version === 3 ? "5" : "2"}, last paragraph`;
    const text = `is ${name} and may go along as a separate work, with its notice and the licence’s text`;
    return { answer: "if", why: whyOf(license, text, `${name}, ${clause}`) };
  }
  return rateEither(license);
}

function rateAdapted(license: OtherLicense, target: License): Rating {
  if (license.kind !== "gfdl" && license.kind !== "gpl" && license.kind !== "free-art")
    return rateEither(license);
  if (mayFollowOther(license, target)) return { answer: "yes", binds: true };
  const name = nameOf(license);
  const section =
    license.kind === "gfdl"
      ? "4"
      : license.kind === "free-art"
        ? "2.3"
        : license.version === 3
          ? "5(c)"
          : "2(b)";
  const text = `is ${name}, and what is made from it has to be so too`;
  return { answer: "no", binds: true, why: whyOf(license, text, `${name}, section ${section}`) };
}

/** The licences that ask the same of a work, adapted or not. */
function rateEither(license: OtherLicense): Rating {
  if (license.kind === "reserved") {
    const text = "is all rights reserved, and nothing allows it to be passed on";
    return { answer: "no", why: whyOf(license, text, "Berne Convention, articles 5(2), 9 and 12") };
  }
  if (license.kind === "unknown") {
    const text = `is under ${license.id}, which the program does not know: read what it asks`;
    return { answer: "if", why: whyOf(license, text, license.id) };
  }
  // Public domain asks nothing, a notice is kept by the credits. Set in a font, a document is free of the font's licence (OFL 1.1,
  // condition 5; OFL FAQ 1.13). What is under the Free Art License may stand in a larger work (section 4), as its credit says where it is.
  return YES;
}

/** Whether an adaptation of a share-alike work may carry a licence: the same, a later version, any port, or one declared compatible. */
function mayFollow(license: CreativeCommons, target: License): boolean {
  const { by, nc, version } = license;
  if (target.kind !== "cc") {
    // https://creativecommons.org/compatiblelicenses: BY-SA 4.0 into FAL 1.3, and into GPL 3 one way. Nothing for BY-NC-SA.
    const named = target.kind === "free-art" || target.id === "GPL-3.0-only";
    return named && by && !nc && version >= 4;
  }
  if (!target.sa || target.nc !== nc || target.by !== by) return false;
  // Section 4(b) of 1.0 names "this License" alone.
  return version < 2 ? target.version === version && target.port === license.port : target.version >= version;
}

function mayFollowOther({ kind, version = 0, orLater }: OtherLicense, target: License): boolean {
  // Declared compatible both ways: https://creativecommons.org/compatiblelicenses
  if (kind === "free-art") return target.kind === "free-art" || target.id === "CC-BY-SA-4.0";
  if (target.kind !== kind) return false;
  if (orLater === true) return (target.version ?? 0) >= version;
  return target.version === version && target.orLater !== true;
}

/** A licence of one's own making, or none: it says nothing about profit. */
const isOwn = ({ kind }: License): boolean => kind === "reserved" || kind === "unknown";

const whyOf = (license: License, text: string, clause: string): Why => ({
  text,
  clause,
  source: addressOf(license),
});

/** The section of a licence. Ports number theirs in their own way: theirs is named by the text that they follow. */
function ccClause(license: CreativeCommons, section: string): string {
  const ported = license.port !== undefined && license.port !== "IGO";
  return `${nameOf(license)}, section ${section}${ported ? " of the text that it follows" : ""}`;
}

function nonCommercial(license: CreativeCommons): Why {
  const section = license.version >= 4 ? "2(a)(1)" : license.sa ? "4(c)" : "4(b)";
  return whyOf(license, `is ${nameOf(license)} and may not be used for profit`, ccClause(license, section));
}

function noDerivatives(license: CreativeCommons): Why {
  const text = `is ${nameOf(license)}, and what is made from it may not be passed on`;
  return whyOf(license, text, ccClause(license, license.version >= 4 ? "2(a)(1)(B)" : "3"));
}

function shareAlike(license: CreativeCommons): Why {
  const name = nameOf(license);
  const only = license.version < 2 ? name : `${name} or a later version of it`;
  return whyOf(
    license,
    `is ${name}: what is made from it may go on only under ${only}`,
    ccClause(license, license.version >= 4 ? "3(b)" : "4(b)"),
  );
}

/** Where a share-alike licence forbids that conditions are added to what is made from a work. */
export function addsNothing(license: License): Why {
  const name = nameOf(license);
  const text = `no condition may be added beside what is made from ${name}`;
  if (license.kind !== "cc") return whyOf(license, text, name);
  return whyOf(license, text, ccClause(license, license.version >= 4 ? "3(b)(3)" : "4(b)"));
}

function synchronised({ version, port }: CreativeCommons): string {
  return `section 1(${port === "IGO" ? "i" : version >= 3 ? "a" : "b"})`;
}
