/** A small lecture with one of everything that paper can meet, made by hand so that no other stage is needed. */
import { creditsOf } from "../../scripts/credits/owed.ts";
import type { At, Deck, Era, Lecture, Sentence, Slide } from "../../scripts/model.ts";
import { makeMeta, makeSlide } from "../model.ts";

const at: At = { file: "01-beginnings.md", line: 1, column: 1 };

/** Sentences of narration; a text that begins with "¶" starts a paragraph. */
export function sentences(...texts: string[]): Sentence[] {
  let paragraph = 0;
  return texts.map((written) => {
    if (written.startsWith("¶")) paragraph += 1;
    const html = written.replace(/^¶/, "");
    return { text: html.replace(/<[^>]*>/g, ""), html, paragraph, cues: [], sayings: [], at };
  });
}

/** A slide of an era; what is not given is empty, apart from a note that no output may show. */
export function slide(era: string, id: string, parts: Partial<Slide>): Slide {
  return makeSlide(`${era}/${id}`, { notes: "<p>PRIVATE-NOTE</p>", at, ...parts });
}

const drawing = `<svg class="block block-map" id="beginnings--map--june" role="img" aria-labelledby="beginnings--map--june-title" viewBox="0 0 1000 440"><title id="beginnings--map--june-title">The peninsula</title><rect x="1" y="1" width="998" height="438" fill="none" stroke="#999"/><path d="M120 400 C 300 100 500 380 900 60" fill="none" stroke="#7b1e2b" stroke-width="4"/><text x="140" y="380" font-size="22">Seoul 서울</text><text x="800" y="60" font-size="22">Pyongyang 평양</text></svg>`;

const cite = (n: number): string =>
  `<sup><a class="cite" href="#beginnings--names--source-${n}" data-cite="radchenko">${n}</a></sup>`;

const beginnings: Era = {
  id: "beginnings",
  title: "Beginnings",
  span: "1945-08/1949",
  places: ["Moscow", "Pyongyang"],
  people: ["Kim Il Sung", "Joseph Stalin"],
  summary: "How the two states met, and who needed whom.",
  terms: [
    { term: "client", definition: "A state that depends on a stronger one." },
    { term: "protégé", definition: "Someone whose career a stronger person furthers." },
  ],
  questions: ["Who needs whom?", "What does a parade prove?"],
  slides: [
    slide("beginnings", "opening", { layout: "era", narration: sentences("The era opens in August 1945.") }),
    slide("beginnings", "names", {
      title: "Two names",
      slots: {
        main: '<ul><li id="beginnings--names--kim">김일성, Kim Il Sung</li><li id="beginnings--names--later">Эдуард Шевардназде, forty years later</li><li id="beginnings--names--gone">A word that goes away</li></ul>',
      },
      waiting: ["beginnings--names--later"],
      steps: [
        { action: "show", target: "beginnings--names--later" },
        { action: "hide", target: "beginnings--names--gone" },
      ],
      account: "record",
      citations: [{ key: "radchenko", locator: "p. 12", at }],
      footnotes: ["<p>A note of the slide’s own.</p>"],
      narration: sentences(
        `Kim Il Sung, <em lang="ko">김일성</em>, was thirty-three.${cite(1)}`,
        'Eduard Shevardnadze, <em lang="ru">Эдуард Шевардназде</em>, would come later.',
        "¶A second paragraph, with an office, a file and an affidavit, to see how letters join.",
      ),
    }),
    slide("beginnings", "map", {
      title: "The peninsula in June 1950",
      layout: "figure",
      slots: { main: drawing },
      descriptions: ["A line from Seoul to Pyongyang"],
      narration: sentences(
        "From Seoul to Pyongyang it is about 195 kilometres in a straight line.",
        "By rail it is more.",
      ),
    }),
    slide("beginnings", "silent", {
      title: "A slide that says nothing",
      slots: { main: "<p>Only to be looked at.</p>" },
    }),
  ],
  at,
};

const after: Era = {
  id: "after",
  title: "After the war: “friends” & neighbours",
  span: "1953/1961",
  places: [],
  people: [],
  terms: [],
  questions: ["What is left?"],
  slides: [
    slide("after", "untitled", {
      layout: "statement",
      slots: { main: "<p>Nothing was settled.</p>" },
      narration: sentences("The armistice settled nothing else."),
    }),
    slide("after", "table", {
      title: "Then <and> now",
      titleHtml: "Then &lt;and&gt; <em>now</em>",
      slots: {
        main: '<table><thead><tr><th>1950</th><th>2024</th></tr></thead><tbody><tr><td>pleads</td><td>hosts</td></tr></tbody></table><p>See <a href="https://example.org/treaty">the treaty</a>.</p>',
      },
      narration: sentences(
        ...Array.from(
          { length: 12 },
          (_, i) => `Sentence ${i + 1} of a longer narration that goes on for some time about treaties.`,
        ),
      ),
    }),
    slide("after", "question", {
      title: "Who needs whom?",
      layout: "question",
      narration: sentences("The question stays with you."),
    }),
  ],
  at,
};

/** The lecture, with its eras repeated `times` times for a longer one. */
export function sampleLecture(
  options: { readonly paper?: "A4" | "Letter"; readonly times?: number } = {},
): Lecture {
  const eras = Array.from({ length: options.times ?? 1 }, (_, n) =>
    [beginnings, after].map((era) => numbered(era, n)),
  ).flat();
  const deck: Deck = {
    id: "sample",
    meta: makeMeta({
      title: "Worn-out shoes",
      subtitle: "Moscow and Pyongyang, 1945–2024",
      authors: [{ name: "Ada Lecturer" }, { name: "Борис Автор" }],
      date: "2026-11-23",
      version: "1.0",
      license: "CC-BY-4.0",
      url: "https://example.org/shoes/",
      paper: options.paper ?? "A4",
      pauses: { sentence: 300, question: 500, clause: 200, paragraph: 600, slide: 900, hold: 5000 },
      accounts: { record: "Record" },
      credits: [
        {
          title: "Outlines",
          author: "Natural Earth",
          source: "https://www.naturalearthdata.com/",
          license: "CC0-1.0",
        },
      ],
      back: ["sources", "credits"],
    }),
    eras,
    references: [{ id: "radchenko", type: "book" }],
    media: [],
  };
  const voice = { adapter: "silent", title: "No voice", synthetic: false };
  return {
    deck,
    front: [],
    back: [],
    timeline: { durationMs: 60_000, estimated: true, slides: [] },
    sounds: [],
    voice,
    bibliography: [
      {
        key: "radchenko",
        bibliographyHtml:
          "Radchenko, Sergey. <em>To Run the World</em>. Cambridge: Cambridge University Press, 2024.",
        noteHtml:
          "Sergey Radchenko, <em>To Run the World</em> (Cambridge: Cambridge University Press, 2024).",
        shortHtml: "Radchenko, <em>To Run the World</em>.",
      },
    ],
    credits: creditsOf({ deck, bibliography: [], voice }),
  };
}

/** The era under another id, so that the same era can stand in a lecture twice. */
function numbered(era: Era, n: number): Era {
  if (n === 0) return era;
  const text = JSON.stringify(era)
    .replaceAll(`${era.id}--`, `${era.id}-${n}--`)
    .replaceAll(`"${era.id}/`, `"${era.id}-${n}/`);
  return { ...(JSON.parse(text) as Era), id: `${era.id}-${n}`, title: `${era.title} ${n + 1}` };
}
