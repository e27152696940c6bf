/** A small lecture made by hand, timed without sound, for the outputs that are text. */
import type { Lecture, Slide } from "../../scripts/model.ts";
import { planNarration } from "../../scripts/narration/plan.ts";
import { estimateSpeech, timeLecture } from "../../scripts/narration/timeline.ts";
import { silentVoice } from "../../scripts/narration/voices/silent.ts";
import { deck, readPlainly, slide } from "../narration/utterances.ts";

export function textLecture(): Lecture {
  const at = { file: "/home/ada/talk/01-era.md", line: 1, column: 1 };
  const slides: Slide[] = [
    slide(
      "telegram",
      [
        [
          "For months Kim had asked. ",
          "In Radchenko’s account, [click]intercepted cables <reassured> Stalin & his aides: Washington would not fight.",
        ],
        ["The answer came."],
      ],
      {
        account: "radchenko",
        citations: [{ key: "radchenko-2024", locator: "p. 12", at }],
        at,
        footnotes: ["A <em>second</em> thought."],
      },
    ),
    slide("whose", [], { title: "" }),
  ];
  const [telegram] = slides;
  const marked = telegram?.narration.map((sentence, i) =>
    i === 2
      ? {
          ...sentence,
          html: 'The answer <em>came</em><sup><a class="cite" href="#era--telegram--source-1" data-cite="radchenko-2024">1</a></sup>.',
        }
      : {
          ...sentence,
          html: sentence.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        },
  );
  const talk = deck(
    telegram === undefined || marked === undefined
      ? []
      : [{ ...telegram, narration: marked }, ...slides.slice(1)],
    {
      title: "Worn-out shoes",
      subtitle: "Moscow and Pyongyang",
      date: "2026-11-23",
      license: "CC-BY-4.0",
      accounts: { radchenko: "Radchenko’s account" },
      front: ["title"],
      back: ["credits"],
    },
  );
  const { plans } = planNarration(talk, () => silentVoice(), readPlainly);
  const speech = new Map(plans.map((plan) => [plan.slide.fullId, estimateSpeech(plan.utterances)]));
  const front = [{ kind: "title" as const, fullId: "front/title", title: "Worn-out shoes" }];
  const back = [{ kind: "credits" as const, fullId: "back/credits", title: "Credits and licence" }];
  return {
    deck: talk,
    front,
    back,
    timeline: timeLecture({ deck: talk, front, back, speech }),
    sounds: [],
    voice: {
      adapter: "flite",
      title: "CMU Flite, voice rms",
      synthetic: true,
      credit: { title: "CMU Flite", license: "LicenseRef-Flite" },
    },
    bibliography: [
      {
        key: "radchenko-2024",
        bibliographyHtml: "Radchenko, Sergey. <em>To Run the World</em>. Cambridge, 2024.",
        noteHtml: "Sergey Radchenko, <em>To Run the World</em> (Cambridge, 2024).",
        shortHtml: "Radchenko, <em>To Run the World</em>.",
      },
    ],
    credits: [{ title: "CMU Flite", license: "LicenseRef-Flite", kind: "voices", synthetic: true }],
  };
}
