/** The fonts of a deck that is read again and again: a slide that says the same needs the same. */
import { neededFamilies } from "../render/faces.ts";
import { fontFamilies, type FontFamily } from "../render/fonts.ts";
import { unmoved } from "./kept-slides.ts";

/** Makes a finder of families that looks at a slide once. It gives what looking at all of them anew would give. */
export function keepFamilies(): typeof neededFamilies {
  const kept = new WeakMap<object, readonly FontFamily[]>();
  return (lecture) => {
    const { deck } = lecture;
    const withEras = (eras: typeof deck.eras) => ({ ...deck, eras });
    const around = withEras(deck.eras.map((era) => Object.assign({}, era, { slides: [] })));
    const needed = new Set(neededFamilies({ ...lecture, deck: around }));
    const blank = { id: "", title: "", places: [], people: [], terms: [], questions: [] };
    for (const { at, slides } of deck.eras)
      for (const slide of slides) {
        const alone = { ...lecture, bibliography: [], credits: [] };
        const families =
          kept.get(unmoved(slide)) ??
          neededFamilies({ ...alone, deck: withEras([{ ...blank, at, slides: [slide] }]) });
        kept.set(unmoved(slide), families);
        for (const family of families) needed.add(family);
      }
    return fontFamilies.filter((family) => needed.has(family));
  };
}
