/**
 * A lecture that shows every layout with little, ordinary and too much content, in Latin, Cyrillic and Korean.
 * Tests look at it in a browser; people can too: `npx vitest run tests/render` writes nothing, `gallery-page.ts` does.
 */
import type { BibliographyEntry, Era, Lecture, Slide } from "../../scripts/model.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const at = { file: "01.md", line: 1, column: 1 };
const cite = (key: string, locator?: string) => ({ key, at, ...(locator === undefined ? {} : { locator }) });

const bibliography: BibliographyEntry[] = [
  {
    key: "lankov-2005",
    bibliographyHtml:
      "Lankov, Andrei. <em>Crisis in North Korea: The Failure of De-Stalinization, 1956</em>. Honolulu: University of Hawai‘i Press, 2005.",
    noteHtml:
      "Andrei Lankov, <em>Crisis in North Korea: The Failure of De-Stalinization, 1956</em> (Honolulu: University of Hawai‘i Press, 2005).",
    shortHtml: "Lankov, <em>Crisis in North Korea</em>.",
  },
  {
    key: "radchenko-2024-book",
    bibliographyHtml:
      "Radchenko, Sergey. <em>To Run the World: The Kremlin’s Cold War Bid for Global Power</em>. Cambridge: Cambridge University Press, 2024.",
    noteHtml:
      "Sergey Radchenko, <em>To Run the World: The Kremlin’s Cold War Bid for Global Power</em> (Cambridge: Cambridge University Press, 2024).",
    shortHtml: "Radchenko, <em>To Run the World</em>.",
  },
  {
    key: "radchenko-2024-essay",
    bibliographyHtml:
      "Radchenko, Sergey. “Opinion: Putin and Kim forge closer ties, resuscitating a defunct Stalinist alliance.” NPR, June 2024.",
    noteHtml:
      "Sergey Radchenko, “Opinion: Putin and Kim forge closer ties, resuscitating a defunct Stalinist alliance,” NPR, June 2024.",
    shortHtml: "Radchenko, “Putin and Kim.”",
  },
  {
    key: "weathersby-2002",
    bibliographyHtml:
      "Weathersby, Kathryn. <em>“Should We Fear This?” Stalin and the Danger of War with America</em>. Cold War International History Project Working Paper 39. Washington, DC: Woodrow Wilson Center, 2002.",
    noteHtml:
      "Kathryn Weathersby, <em>“Should We Fear This?” Stalin and the Danger of War with America</em>, CWIHP Working Paper 39 (Washington, DC: Woodrow Wilson Center, 2002).",
    shortHtml: "Weathersby, <em>“Should We Fear This?”</em>",
  },
];

const mark = (id: string, n: number, key: string): string =>
  `<sup><a class="cite" href="#${id}--source-${n}" data-cite="${key}">${n}</a></sup>`;

/** A stand-in for a map: the drawing blocks have tests of their own. */
const drawing = (id: string, width: number, height: number): string =>
  `<svg class="block block-sketch" id="${id}" role="img" viewBox="0 0 ${width} ${height}"><title>A sketch</title>` +
  `<rect width="${width}" height="${height}" fill="none" stroke="currentColor"/>` +
  `<path d="M0 ${height} L${width / 3} ${height / 4} L${width / 2} ${height / 2} L${width} 0" fill="none" stroke="currentColor" stroke-width="2"/>` +
  `<g id="${id}--pyongyang" class="part"><circle cx="${width / 2}" cy="${height / 2}" r="9"/><text x="${width / 2 + 16}" y="${height / 2 + 6}" font-size="20">Pyongyang 평양</text></g></svg>`;

const filler =
  "For months Kim had asked, and for months the answer from Moscow had been the same: not yet, not without cause, and not without China. ";

const shortSlides: Slide[] = [
  makeSlide("permission/opening", { layout: "era" }),
  makeSlide("permission/answer", {
    layout: "statement",
    account: "record",
    slots: { main: "<p>The answer came on 30 January 1950, in a telegram to the Soviet ambassador.</p>" },
  }),
  makeSlide("permission/only-title", { title: "A war nobody had ended", layout: "statement" }),
  makeSlide("permission/titled-statement", {
    title: "What the cables said",
    layout: "statement",
    account: "radchenko",
    slots: {
      main: `<p>Washington, they suggested, would not fight for Korea.${mark("permission--titled-statement", 1, "radchenko-2024-book")}</p>`,
    },
    citations: [cite("radchenko-2024-book")],
  }),
  makeSlide("permission/telegram", {
    title: "A telegram in January",
    account: "radchenko",
    slots: {
      main: `<ul><li id="permission--telegram--a">Months of pleading by Kim Il Sung (김일성)</li><li id="permission--telegram--b">Intercepted American cables${mark("permission--telegram", 1, "radchenko-2024-book")}</li><li id="permission--telegram--c">Consent, sent to Terentii Shtykov (Терентий Штыков)${mark("permission--telegram", 2, "weathersby-2002")}</li></ul>`,
    },
    citations: [cite("radchenko-2024-book", "pp. 61–64"), cite("weathersby-2002", "12")],
  }),
  makeSlide("permission/prose", {
    title: "Why did Stalin change his mind?",
    account: "debated",
    slots: {
      main: `<p>A Soviet summary of the April talks has him give <strong>four reasons</strong>: the communist victory in China, the new alliance with Beijing, the Soviet atomic bomb, and information that the mood in the United States was <em>not to intervene</em>.</p><p>So the cables are one reason among several.<sup><a class="footnote-ref" href="#permission--prose--note-1">a</a></sup></p>`,
    },
    citations: [
      cite("weathersby-2002", "pp. 9–11"),
      cite("radchenko-2024-book", "p. 63"),
      cite("lankov-2005"),
    ],
    footnotes: [
      '<span class="footnote-text" id="permission--prose--note-1">The summary survives in a copy.</span>',
    ],
  }),
  makeSlide("permission/then-and-now", {
    title: "Then and now",
    layout: "columns",
    account: "record",
    slots: {
      left: "<h3>1950: pleading</h3><ul><li>Kim travels to Moscow</li><li>Stalin hesitates</li><li>Consent, on a condition</li></ul>",
      right:
        "<h3>2024: hosting</h3><ul><li>Putin travels to Pyongyang</li><li>A treaty between equals</li><li>Help, if either is attacked</li></ul>",
    },
  }),
  makeSlide("permission/map", {
    title: "The peninsula in June 1950",
    layout: "figure",
    account: "record",
    slots: { main: drawing("permission--map--sketch", 760, 520) },
    citations: [cite("radchenko-2024-essay")],
  }),
  makeSlide("permission/map-words", {
    title: "Two distances, one caption",
    layout: "figure",
    account: "record",
    slots: {
      main: `<p>The caption says 165 miles.</p><ul><li>195 km in a straight line</li><li>261 km by the old railway</li></ul>${drawing("permission--map-words--sketch", 760, 520)}`,
    },
  }),
  makeSlide("permission/timeline-words", {
    title: "Two treaties, five days apart",
    layout: "figure",
    slots: {
      main: `<p>Moscow on 6 July 1961, Beijing on 11 July.</p>${drawing("permission--timeline-words--sketch", 1160, 360)}`,
    },
  }),
  makeSlide("shoes/quotation", {
    title: "",
    layout: "quote",
    account: "radchenko",
    slots: {
      main: "<blockquote><p>You are throwing us away like worn-out shoes.</p></blockquote><p>Kim Yong Nam (김영남) to Eduard Shevardnadze (Эдуард Шеварднадзе), Pyongyang, September 1990, as Radchenko reports it</p>",
    },
    citations: [cite("radchenko-2024-essay")],
  }),
  makeSlide("shoes/who", { title: "Who needs whom?", layout: "question", account: "drawing" }),
  makeSlide("shoes/rivals", {
    title: "Is it an alliance, or a bargain?",
    layout: "question",
    account: "debated",
    slots: {
      main: "",
      left: "<h3>A bargain</h3><p>Shells for fuel and know-how; it ends when the war does.</p>",
      right: "<h3>More than that</h3><p>Two governments that have come to see the world alike.</p>",
    },
  }),
  makeSlide("shoes/table", {
    title: "Vote and veto",
    slots: {
      main: "<table><thead><tr><th>Date</th><th>In the Security Council</th><th>Moscow</th></tr></thead><tbody><tr><td>14 October 2006</td><td>Resolution 1718: first sanctions over a nuclear test</td><td>votes for</td></tr><tr><td>28 March 2024</td><td>Renewal of the panel of experts</td><td>vetoes</td></tr></tbody></table><p>The same seat, eighteen years apart.</p>",
    },
  }),
  makeSlide("shoes/sources", { title: "Sources of this era", layout: "sources" }),
  makeSlide("shoes/end", {
    title: "Old shoes, worn again",
    layout: "end",
    slots: {
      main: "<p>The argument is Sergey Radchenko’s (Сергей Радченко); the words are ours; the last questions are yours.</p>",
    },
  }),
];

const longSlides: Slide[] = [
  makeSlide("long/opening", {
    title: "An era with a very long name that goes on for more than one line, as some do",
    layout: "era",
    slots: { main: `<p>${filler.repeat(3)}</p>` },
  }),
  makeSlide("long/text", { title: filler.slice(0, 132), slots: { main: `<p>${filler.repeat(9)}</p>` } }),
  makeSlide("long/list", {
    title: "Twelve points",
    slots: {
      main: `<ul>${"<li>A point that somebody thought important enough to write down</li>".repeat(12)}</ul>`,
    },
  }),
  makeSlide("long/statement", { layout: "statement", slots: { main: `<p>${filler.repeat(3)}</p>` } }),
  makeSlide("long/quote", {
    title: "A long one",
    layout: "quote",
    slots: { main: `<blockquote><p>${filler.repeat(4)}</p><p>— Somebody, 1950</p></blockquote>` },
  }),
  makeSlide("long/columns", {
    title: "Two long columns",
    layout: "columns",
    slots: {
      main: "<p>A line above both.</p>",
      left: `<p>${filler.repeat(4)}</p>`,
      right: `<p>${filler.repeat(2)}</p>`,
    },
  }),
  makeSlide("long/question", {
    title:
      "When two governments need one another for different things and for different lengths of time, which of them has the other in its hand?",
    layout: "question",
  }),
  makeSlide("long/sources", {
    title: "Many sources on one slide",
    citations: Array.from({ length: 9 }, (_, i) =>
      cite(bibliography[i % 4]?.key ?? "", `pp. ${i + 10}–${i + 12}`),
    ),
    slots: { main: "<p>One sentence, nine sources.</p>" },
  }),
  makeSlide("long/steps", {
    title: "Hidden and focused",
    slots: {
      main: '<ul><li id="long--steps--a">Shown</li><li class="is-focused" id="long--steps--b">Focused</li><li id="long--steps--c">Hidden</li></ul>',
    },
    waiting: ["long--steps--c"],
  }),
  makeSlide("long/symbols", {
    title: "Symbols, and 김일성 in a heading",
    slots: {
      main: `<p>👍🏽 🇰🇵 ❤️ ⚠️ ☢ 👨‍👩‍👧 1️⃣ H₂O 10⁻⁶ → ≥ ≈ ✓ † ‡ № ₩</p><p>${"김정은".normalize("NFD")}, Шевардна́дзе, ${"Владимирский".normalize("NFD")}, Θουκυδίδης, Hồ, P’yŏngyang, <strong>김정일</strong>, <em>김영남</em></p><p><code>const 김 = x → y;</code></p>`,
    },
  }),
  makeSlide("long/empty", { title: "", layout: "text" }),
];

const eras: Era[] = [
  makeEra(
    "permission",
    shortSlides.filter((slide) => slide.fullId.startsWith("permission/")),
    {
      title: "Permission to invade",
      span: "1950-01/1953-07-27",
      places: ["Moscow", "Pyongyang", "Seoul"],
      summary: "How Kim won Stalin’s consent, what the war did to both, and why it has never formally ended.",
    },
  ),
  makeEra(
    "shoes",
    shortSlides.filter((slide) => slide.fullId.startsWith("shoes/")),
    {
      title: "“Worn-out shoes”",
      span: "1985/1999",
    },
  ),
  makeEra("long", longSlides, { title: "Too much of everything", span: "1961" }),
];

export const gallery: Lecture = makeLecture(eras, {
  meta: {
    title: "Worn-out shoes: Moscow and Pyongyang, 1945–2024",
    subtitle:
      "A lecture after an opinion essay by Sergey Radchenko: the argument is his, the words are ours, the last questions are yours",
    authors: [{ name: "Lanternist contributors" }],
    date: "2026-11-23",
    license: "CC-BY-4.0",
    accounts: {
      record: "Record",
      radchenko: "Radchenko’s account",
      debated: "Debated",
      drawing: "Our drawing, not data",
    },
  },
  bibliography,
  credits: [
    {
      title: "Natural Earth",
      source: "naturalearthdata.com",
      license: "LicenseRef-public-domain",
      changes: "land outlines simplified",
      kind: "data",
    },
    {
      title: "CMU Flite, voice rms",
      author: "Carnegie Mellon University",
      license: "LicenseRef-Flite",
      kind: "voices",
      synthetic: true,
    },
  ],
  front: [{ kind: "title", fullId: "front/title", title: "Worn-out shoes" }],
  back: [
    { kind: "sources", fullId: "back/sources", title: "Sources" },
    { kind: "credits", fullId: "back/credits", title: "Credits and licence" },
  ],
});

/** Every slide of the gallery, in order, with the made ones. */
export const gallerySlides = [
  ...gallery.front,
  ...gallery.deck.eras.flatMap((era) => era.slides),
  ...gallery.back,
];
