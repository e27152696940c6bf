/** What the audience sees now, and what the next press gives. */
import { byId, setText } from "../player/dom.ts";
import { slideTitle } from "../player/slide-name.ts";
import { say, type Texts } from "../player/texts.ts";
import { createScreen } from "./screen.ts";
import type { DrawSpeaker } from "./view.ts";

/** Draws both slides and what is written over them. */
export function createPlaces(texts: Texts): DrawSpeaker {
  const now = createScreen(byId("now-frame", HTMLDivElement));
  const next = createScreen(byId("next-frame", HTMLDivElement));
  const place = byId("now-place", HTMLSpanElement);
  const title = byId("now-slide", HTMLSpanElement);
  const step = byId("now-step", HTMLSpanElement);
  const nextTitle = byId("next-slide", HTMLSpanElement);
  const black = byId("now-black", HTMLParagraphElement);
  const end = byId("next-end", HTMLParagraphElement);

  return (view) => {
    now(view.now);
    next(view.next);
    const { slide } = view.now;
    setText(place, say(texts.slideOfCount, { n: slide.number + 1, total: view.slideCount }));
    setText(title, slideTitle(slide, texts));
    const steps = { n: Math.min(view.now.step, view.stepCount), total: view.stepCount };
    setText(step, view.stepCount === 0 ? "" : say(texts.speakerStep, steps));
    const following = view.next?.slide;
    const isNew = following !== undefined && following.number !== slide.number;
    setText(nextTitle, isNew ? slideTitle(following, texts) : "");
    black.hidden = !view.state.black;
    end.hidden = view.next !== undefined;
  };
}
