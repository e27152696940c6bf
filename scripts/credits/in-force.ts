/** Which credits a lecture owes: those for what it uses. Pure. */
import type { Credit, DeckMeta, Era } from "../model.ts";
import { recordingPath } from "../narration/recording-path.ts";

/** What a deck uses, as credits name it. */
export interface Used {
  /** Deck paths. */
  readonly files: ReadonlySet<string>;
  /** Full ids. */
  readonly slides: ReadonlySet<string>;
}

/** What the slides of these eras show and are read from, and the bibliography. A recording may be named that is not there. */
export function usedBy(eras: readonly Era[], { sources }: Pick<DeckMeta, "sources">): Used {
  const slides = eras.flatMap((era) => era.slides);
  const said = slides.filter(({ narration }) => narration.length > 0);
  return {
    files: new Set([
      ...slides.flatMap(({ files }) => files ?? []),
      ...said.map(({ fullId }) => recordingPath(fullId)),
      ...(sources === undefined ? [] : [sources]),
    ]),
    slides: new Set(slides.map(({ fullId }) => fullId)),
  };
}

/**
 * The credits that are owed, each with what it is about as far as that is used. One that is about files and slides of which none is
 * used is left out; one that is about neither is owed by the lecture as a whole.
 */
export const creditsInForce = (credits: readonly Credit[], used: Used): Credit[] =>
  credits.flatMap(({ files, slides, ...rest }): Credit[] => {
    const ownFiles = files?.filter((path) => used.files.has(path)) ?? [];
    const ownSlides = slides?.filter((id) => used.slides.has(id)) ?? [];
    const isAboutParts = files !== undefined || slides !== undefined;
    if (isAboutParts && ownFiles.length + ownSlides.length === 0) return [];
    return [
      {
        ...rest,
        ...(ownFiles.length > 0 && { files: ownFiles }),
        ...(ownSlides.length > 0 && { slides: ownSlides }),
      },
    ];
  });
