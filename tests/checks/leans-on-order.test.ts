import { expect, test } from "vitest";
import { leansOnOrder, orderWords } from "../../scripts/checks/leans-on-order.ts";
import { makeSlide } from "../model.ts";

/** Sentence → the words in it that are wrong where the slide stands among others. */
const english: readonly (readonly [sentence: string, words: string])[] = [
  ["As we saw, Kim had asked before.", "As we saw"],
  ["As we have seen, the sponsors disagreed.", "As we have seen"],
  ["As I’ve already said, the paper is lost.", "As I’ve already said"],
  ["As we shall see, the promise was not kept.", "As we shall see"],
  ["As you will remember, he had no army.", "As you will remember"],
  ["The line, as mentioned before, is a parallel.", "as mentioned before"],
  ["As already noted, the source is a memoir.", "As already noted"],
  ["As above, the source is a memoir.", "As above,"],
  ["The treaty mentioned earlier, then, was dead.", "mentioned earlier"],
  ["We met him earlier, in Moscow.", "We met him earlier"],
  ["You heard this name a moment ago.", "You heard this name a moment ago"],
  ["We have already met Shtykov.", "We have already met"],
  ["We have seen how Stalin hesitated.", "We have seen how"],
  ["It is the tower you saw.", "the tower you saw"],
  ["We will come back to this.", "We will come back to this"],
  ["You will meet the ambassador again.", "You will meet the ambassador again"],
  ["You will see these shoes three times.", "You will see these shoes three times"],
  ["On the next slide stands the answer.", "the next slide"],
  ["The previous era ended in a war.", "The previous era"],
  ["In the last part the two of them met.", "In the last part"],
  ["Two slides ago there was a list.", "Two slides ago"],
  ["Later in this lecture it returns.", "Later in this lecture"],
  ["In the last lecture the story ended in 1953.", "In the last lecture"],
];

const german: readonly (readonly [sentence: string, words: string])[] = [
  ["Wie wir gesehen haben, zögerte Stalin.", "Wie wir gesehen haben"],
  ["Stalin zögerte, wie wir bereits gehört haben.", "wie wir bereits gehört haben"],
  ["Wie wir sahen, zögerte Stalin.", "Wie wir sahen"],
  ["Das hatte, wie wir noch sehen werden, Folgen.", "wie wir noch sehen werden"],
  ["Wie bereits erwähnt, fehlt das Papier.", "Wie bereits erwähnt"],
  ["Wie gesagt, das Papier fehlt.", "Wie gesagt"],
  ["Wir haben vorhin davon gehört.", "Wir haben vorhin davon gehört"],
  ["Das war vorhin die Frage.", "vorhin"],
  ["Auf der nächsten Folie steht die Antwort.", "der nächsten Folie"],
  ["Die vorige Epoche endete im Krieg.", "Die vorige Epoche"],
  ["Im letzten Teil trafen sich die beiden.", "Im letzten Teil"],
  ["Früher in diesem Vortrag war davon die Rede.", "Früher in diesem Vortrag"],
  ["Darauf kommen wir noch zurück.", "Darauf kommen wir noch"],
];

/** Sentences that stand alone, however they speak of time, order and seeing. */
const alone: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Two years earlier nobody had heard of the town.",
    "We met the same ambassador two years earlier.",
    "He had asked three weeks before.",
    "You read of no such war before 1950.",
    "Earlier in 1949 he had been refused.",
    "The war went on as before.",
    "He was told to act as we saw fit.",
    "He spoke as you said he would.",
    "The previous government had fallen.",
    "The next day the tanks crossed the line.",
    "In the next part of the letter he begs.",
    "In the last part of the year prices fell.",
    "They opened the next chapter of the war.",
    "Each era has its own silence.",
    "Seoul falls again in January.",
    "Five years later there is a war.",
    "This part follows that decision.",
    "The last of these drawings is the first with a heavy arrow.",
    "Stalin will see him again in the spring.",
    "They will return to this town in October.",
    "We have seen the list, said the inspector.",
    "He mentioned the treaty before the war.",
    "The delegates discussed it earlier than Moscow liked.",
    "He recalled that the army was small.",
    "The lecture follows an essay.",
  ],
  de: [
    "Zwei Jahre früher kannte niemand die Stadt.",
    "Wie sie gesehen haben, weiß niemand.",
    "Die nächste Regierung blieb hart.",
    "Am nächsten Tag überschritten sie die Linie.",
    "Im letzten Teil des Briefes bittet er.",
    "Später kam der Krieg.",
    "Wie Stalin sagte, fehlte ihm die Zeit.",
    "Er hatte schon davon gehört.",
    "Die letzten Jahre waren hart.",
  ],
};

test.each(english)("points outside its slide: %s", (sentence, words) => {
  expect(orderWords(sentence, "en-GB")).toBe(words);
});

test.each(german)("zeigt aus der Folie hinaus: %s", (sentence, words) => {
  expect(orderWords(sentence, "de")).toBe(words);
});

test.each(Object.entries(alone).flatMap(([language, all]) => all.map((one) => [language, one] as const)))(
  "stands alone (%s): %s",
  (language, sentence) => {
    expect(orderWords(sentence, language)).toBeUndefined();
  },
);

test("the warning stands at the sentence; what other languages say is not known", () => {
  const at = { file: "01-war.md", line: 9, column: 3 };
  const text = "As we saw, it moved.";
  const slide = makeSlide("war/one", {
    narration: [{ text, html: text, paragraph: 0, cues: [], sayings: [], at }],
  });
  expect(leansOnOrder.ofSlide(slide, {}, { language: "en" })).toMatchObject([
    { code: "leans-on-order", severity: "warning", line: 9, column: 3 },
  ]);
  expect(leansOnOrder.ofSlide(slide, {}, { language: "fr" })).toEqual([]);
});
