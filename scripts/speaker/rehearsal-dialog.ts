/** The dialog of rehearsals: begin one, see where the time of the last one went, save it, open a saved one. */
import type { LectureIndex } from "../player/data.ts";
import { bindDialog } from "../player/dialog.ts";
import { byId, setText } from "../player/dom.ts";
import { download } from "../player/download.ts";
import { slideTitle } from "../player/slide-name.ts";
import { say, type Texts } from "../player/texts.ts";
import type { PlannedSlide } from "../talk/planned.ts";
import { rehearsalCsv } from "../talk/rehearsal-csv.ts";
import { readRehearsal, rehearsalText } from "../talk/rehearsal-file.ts";
import { rehearsalTable, timesToday } from "../talk/rehearsal-table.ts";
import type { Rehearsal } from "../talk/rehearsal.ts";
import { inSeconds, rehearsalRows } from "./rehearsal-rows.ts";

/** What the dialog shows and asks for. */
export interface RehearsalWorld {
  readonly index: LectureIndex;
  readonly plan: readonly PlannedSlide[] | undefined;
  readonly texts: Texts;
  readonly last: () => Rehearsal | undefined;
  /** False where the browser refused to keep it. */
  readonly isKept: () => boolean;
  readonly start: () => void;
  /** Takes up again what was stopped last; undefined where that cannot be. */
  readonly goOn: () => (() => void) | undefined;
  readonly opened: (rehearsal: Rehearsal) => void;
}

/** Binds the dialog; returns what shows it. */
export function createRehearsalDialog(world: RehearsalWorld): () => void {
  const { index, plan, texts } = world;
  // The deck's own English, or whatever it is, where the page's words are of that language.
  const { lang } = document.documentElement;
  const language = lang.startsWith(index.texts) ? lang : index.texts;
  const dialog = bindDialog("rehearsal");
  const room = byId("rehearsal-table", HTMLDivElement);
  const words = byId("rehearsal-words", HTMLParagraphElement);
  const wrong = byId("rehearsal-wrong", HTMLParagraphElement);
  const goOn = byId("rehearsal-go-on", HTMLButtonElement);
  const file = byId("rehearsal-file", HTMLInputElement);
  const saving = ["rehearsal-save", "rehearsal-sheet"].map((id) => byId(id, HTMLButtonElement));

  function draw(): void {
    const last = world.last();
    goOn.hidden = world.goOn() === undefined;
    for (const button of saving) button.disabled = last === undefined;
    room.hidden = last === undefined;
    if (last === undefined) {
      setText(words, texts.rehearsalIntro);
      return;
    }
    const table = rehearsalTable(index, plan, last);
    const when = new Date(last.began).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
    const { notReached, elsewhereMs, isPlanned } = table;
    const notReachedWords = notReached === 1 ? texts.rehearsalNotReachedOne : texts.rehearsalNotReached;
    setText(
      words,
      [
        say(texts.rehearsalLast, { when, time: inSeconds(last.durationMs) }),
        ...(isPlanned ? [] : [texts.rehearsalUnplanned]),
        ...(notReached === 0 ? [] : [say(notReachedWords, { n: notReached })]),
        ...(elsewhereMs === 0 ? [] : [say(texts.rehearsalElsewhere, { time: inSeconds(elsewhereMs) })]),
        ...(world.isKept() ? [] : [texts.rehearsalNotKept]),
      ].join(" "),
    );
    room.replaceChildren(rehearsalRows(table, texts));
  }

  function tell(text: string): void {
    wrong.hidden = text === "";
    setText(wrong, text);
  }

  function show(): void {
    tell("");
    draw();
    if (!dialog.open) dialog.showModal();
    room.scrollTop = 0;
  }

  async function open(chosen: File): Promise<void> {
    const read = readRehearsal(await chosen.text());
    if (typeof read === "string") {
      const why = {
        other: texts.rehearsalNone,
        newer: texts.rehearsalNewer,
        damaged: texts.rehearsalDamaged,
      };
      return tell(why[read]);
    }
    if (timesToday(index, read).times.size === 0)
      return tell(say(texts.rehearsalOther, { title: read.lecture.title }));
    world.opened(read);
    show();
  }

  function save(kind: "json" | "csv"): void {
    const last = world.last();
    if (last === undefined) return;
    const name = `${index.id}-rehearsal-${fileDate(new Date(last.began))}.${kind}`;
    if (kind === "json") return download(name, rehearsalText(last), "application/json");
    const table = rehearsalTable(index, plan, last);
    const csv = rehearsalCsv(table, {
      era: texts.rehearsalEra,
      slide: texts.rehearsalSlide,
      planned: texts.rehearsalPlanned,
      narration: texts.rehearsalNarration,
      rehearsed: texts.rehearsalRehearsed,
      difference: texts.rehearsalDifference,
      total: texts.rehearsalWhole,
      untitled: (number) => slideTitle({ title: "", number }, texts),
    });
    download(name, csv, "text/csv;charset=utf-8");
  }

  const bind = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener("click", act);
  const close = (act: () => void) => () => {
    dialog.close();
    act();
  };
  bind("rehearsal-start", close(world.start));
  bind(
    "rehearsal-go-on",
    close(() => world.goOn()?.()),
  );
  bind("rehearsal-save", () => save("json"));
  bind("rehearsal-sheet", () => save("csv"));
  bind("rehearsal-open", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void open(chosen);
    // The same file can be chosen again when it was mended.
    file.value = "";
  });
  return show;
}

/** `2026-01-02-0930`, in the time of the place. */
function fileDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`;
}
