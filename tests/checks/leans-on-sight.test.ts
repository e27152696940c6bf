import { expect, test } from "vitest";
import { leansOnSight, sightWords } from "../../scripts/checks/leans-on-sight.ts";
import { makeSlide } from "../model.ts";

/** Sentence → the words in it that only those understand who see the slide. */
const leaning: readonly (readonly [sentence: string, words: string])[] = [
  ["As you can see, the border moved south.", "As you can see"],
  ["The border, as you can clearly see, moved south.", "as you can clearly see"],
  ["As we can see here, trade fell.", "As we can see"],
  ["Trade fell, as can be seen from the figures.", "as can be seen"],
  ["The line moved, as shown here, in three weeks.", "as shown here"],
  ["The line moved, as shown on the map, in three weeks.", "as shown on the map"],
  ["As the map shows, the port is closed by ice.", "As the map shows"],
  ["As you see, nothing remains.", "As you see,"],
  ["You can see here how the front moved.", "You can see here"],
  ["We see on the left the old harbour.", "we see on the left"],
  ["You can see Stalin and Mao in this picture.", "You can see Stalin and Mao in this picture"],
  ["In this photograph, you see three men.", "In this photograph, you see"],
  ["Here you see the telegram itself.", "Here you see"],
  ["On the right you can see his grandson.", "On the right you can see"],
  ["You see the blue arrow cross the river.", "You see the blue arrow"],
  ["What you see here is a forged letter.", "What you see here"],
  ["What you're looking at is a forged letter.", "What you're looking at"],
  ["You are looking at a rare photograph.", "You are looking at a rare photograph"],
  ["This red line is the front in September.", "This red line"],
  ["These grey bars are the years of hunger.", "These grey bars"],
  ["The dotted line marks the ceasefire.", "The dotted line"],
  ["This arrow leads to Pusan.", "This arrow"],
  ["Now follow the arrow to the south.", "Now follow the arrow"],
  ["The territory marked in red fell first.", "marked in red"],
  ["China is in yellow on the map.", "in yellow on the map"],
  ["Look at the map on the left.", "Look at the map"],
  ["So look again at this old photograph.", "So look again at this old photograph"],
  ["If you look at the red dots, there are forty.", "If you look at the red dots"],
  ["Let’s look at this chart.", "Let’s look at this chart"],
  ["Look to the left: that is the palace.", "Look to the left"],
  ["Notice the thick line around the port.", "Notice the thick line"],
  ["The treaty shown here was never signed.", "shown here"],
  ["Kim, pictured on the left, was thirty-three.", "pictured on the left"],
  ["The routes drawn on this map are guesses.", "drawn on this map"],
  ["The picture below shows the signing.", "The picture below"],
  ["The table above has the numbers.", "The table above"],
  ["The photograph on the right was taken later.", "photograph on the right"],
  ["On your left stands the old embassy.", "On your left"],
  ["The left-hand column lists what Moscow sent.", "left-hand column"],
  ["On this slide are the two answers.", "On this slide"],
];

/** Sentences that can be followed with closed eyes, however they speak of seeing. */
const plain: readonly string[] = [
  "Now you see the logic of his request.",
  "In this light the refusal looks different.",
  "You can see why Moscow hesitated.",
  "As we shall see, the promise was not kept.",
  "He was told to act as you see fit, and did.",
  "Act as you can see fit.",
  "Kim wanted to see Stalin before the winter.",
  "Look at the evidence before you judge.",
  "Look again at who paid for the war.",
  "Stalin looked at the map and said nothing.",
  "He asked the general to look at the map of the front.",
  "The map above his desk showed Manchuria.",
  "The picture above the altar was taken down.",
  "The table below the window was empty.",
  "Moscow drew a red line that nobody crossed.",
  "They crossed the red line in October.",
  "That red line had been drawn in Tehran.",
  "On the left of the party stood the old guerrillas.",
  "To the left, any compromise was treason.",
  "The Red Army stood on the right bank of the river.",
  "He had the right to refuse.",
  "Few troops were left on the line.",
  "From this point on, Beijing paid.",
  "This line of argument has a weakness.",
  "In this picture of the past, Moscow is missing.",
  "The timeline in the memoirs is wrong.",
  "No slide into war is sudden.",
  "On this slide into war nobody braked.",
  "The figures show a fall of a third.",
  "Here the two accounts part.",
  "Here we see the first sign of distrust.",
  "It was shown to be false in 1993.",
  "The film was shown in Pyongyang in black and white.",
  "He marked the day in red in his calendar as a joke.",
  "Whatever you see in the archive has been chosen by someone.",
  "One can see the war as a gamble.",
  "Below the surface the alliance was hollow.",
  "As above, the source is a memoir.",
  "The left picture of events is no better than the right one.",
  "The railway from Moscow to Pyongyang takes ten days.",
  "The dots are joined by historians, not by the sources.",
  "Follow the money, said the inspector.",
  "He turned to the right people.",
  "Both sides drew the map in their own favour.",
];

test.each(leaning)("leans on sight: %s", (sentence, words) => {
  expect(sightWords(sentence)).toMatch(new RegExp(`^${words.replace(/[.?]/g, "\\$&")}`, "i"));
});

test.each(plain)("can be followed with closed eyes: %s", (sentence) => {
  expect(sightWords(sentence)).toBeUndefined();
});

const found = (language: string) => {
  const at = { file: "01-war.md", line: 9, column: 3 };
  const text = "As you can see, it moved.";
  const slide = makeSlide("war/one", {
    narration: [{ text, html: text, paragraph: 0, cues: [], sayings: [], at }],
  });
  return leansOnSight.ofSlide(slide, {}, { language });
};

test("the warning stands at the sentence; other languages are not looked at", () => {
  expect(found("en-GB")).toMatchObject([{ code: "leans-on-sight", severity: "warning", line: 9, column: 3 }]);
  expect(found("de")).toEqual([]);
});
