/** A lecture from the texts of a deck, timed without sound, as a build with `--no-audio` has it. */
import { creditsOf } from "../../../scripts/credits/owed.ts";
import { madeSlides } from "../../../scripts/lecture.ts";
import type { Lecture } from "../../../scripts/model.ts";
import { planNarration } from "../../../scripts/narration/plan.ts";
import { estimateSpeech, timeLecture } from "../../../scripts/narration/timeline.ts";
import { silentVoice } from "../../../scripts/narration/voices/silent.ts";
import { bibliographyOf } from "../../../scripts/source/bibliography.ts";
import { readPlainly } from "../../narration/utterances.ts";
import { parsed } from "../../source/deck-of.ts";

/** @throws when the deck has problems */
export async function lectureOf(texts: Readonly<Record<string, string>>): Promise<Lecture> {
  const { deck, problems } = await parsed(texts);
  if (deck === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  const { entries } = bibliographyOf(deck);
  const made = madeSlides(deck, entries);
  const { plans } = planNarration(deck, () => silentVoice(), readPlainly);
  const speech = new Map(plans.map((plan) => [plan.slide.fullId, estimateSpeech(plan.utterances)]));
  const voice = { adapter: "silent", title: "No voice", synthetic: false };
  return {
    deck,
    ...made,
    timeline: timeLecture({ deck, ...made, speech }),
    sounds: [],
    voice,
    bibliography: entries,
    credits: creditsOf({ deck, bibliography: entries, voice }),
  };
}

/** A sentence of twelve words. */
const sentence = (n: number): string =>
  `The ambassador wrote letter ${n} to the ministry, and the ministry did not answer it.`;

/** Slides of every length, some with a drawing, for pages that have to be broken. */
export function manySlides(count: number): string {
  const slide = (n: number): string => {
    const drawing =
      n % 4 === 1
        ? "```timeline\nspan: 1950-01/1950-07\nticks: month\nevents:\n  - { id: war, date: 1950-06-25, label: The war }\n```\n"
        : `- Point ${n} of the story\n- What followed from it\n`;
    const said = Array.from({ length: 3 + ((n * 5) % 17) }, (_, i) => sentence(n * 100 + i)).join(" ");
    return `## Heading ${n}\n\n${drawing}\nNarration:\n${said}\n`;
  };
  return Array.from({ length: count }, (_, i) => slide(i + 1)).join("\n---\n\n");
}

/** A small deck with one of everything that a profile shows. */
export const SMALL: Readonly<Record<string, string>> = {
  "deck.yaml": `title: "Shoes: a small lecture"
language: en
authors: [Ada Lim]
date: 2026-01-02
minutes: 9
sources: sources.json
`,
  "sources.json": JSON.stringify([
    {
      id: "lim",
      type: "book",
      title: "Shoes",
      author: [{ family: "Lim", given: "Bo" }],
      publisher: "Last",
      "publisher-place": "Seoul",
      issued: { "date-parts": [[2001]] },
    },
  ]),
  "01-first.md": `---
title: The first pair
span: 1945/1950
people: [Kim Il Sung (김일성), Eduard Shevardnadze (Эдуард Шевардназде)]
summary: Who made the shoes.
terms: { last: The form on which a shoe is made., welt: The strip that joins upper and sole. }
questions: [Who pays the cobbler?, Who wears the shoes?]
minutes: 4
---

## What is known {#known}

- Leather, bought abroad
- A cobbler in Pyongyang {#cobbler}
- Nobody signed for them

Narration:
We begin with what is known. [click] The leather was bought abroad [@lim]. [show cobbler] The cobbler lived in Pyongyang. [click] And nobody signed. Look [focus cobbler] at him again: 김일성 wore his shoes, and Йо́сиф did not.

Note:
Show the real shoe. The word is Xylomarimbo.

---

## When it was {#when}

\`\`\`timeline {#years}
span: 1945/1951
events:
  - { id: start, date: 1946, label: The first pair }
  - { id: finish, date: 1950, label: The second pair }
\`\`\`

Narration:
Two dates. [focus years/start] The first pair was made in 1946. [focus years/finish] The second was made in 1950.

---

## In a word {layout=quote}

> Worn, but not worn out.

Bo Lim

Narration:
So the cobbler said.

---

## Without words {#silent}

Only to be looked at, in silence.
`,
};
