/** Tells the system what plays, for lock screens, headsets and media keys (W3C Media Session). */
import type { LectureIndex } from "./data.ts";
import { JUMP_MS } from "./keys.ts";
import type { Player } from "./player.ts";
import type { Draw } from "./view.ts";

/** Binds the system's controls to the player; returns what tells them of changes. Does nothing where there are none. */
export function createMediaSession(player: Player, index: LectureIndex): Draw {
  if (!("mediaSession" in navigator)) return () => undefined;
  const session = navigator.mediaSession;
  const seekBy = (ms: number) => player.seek(player.view().positionMs + ms);
  const actions: readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] = [
    ["play", () => player.view().playing || player.toggle()],
    ["pause", player.stop],
    ["seekbackward", ({ seekOffset }) => seekBy(seekOffset ? -seekOffset * 1000 : -JUMP_MS)],
    ["seekforward", ({ seekOffset }) => seekBy(seekOffset ? seekOffset * 1000 : JUMP_MS)],
    ["previoustrack", () => player.moveSlide(-1)],
    ["nexttrack", () => player.moveSlide(1)],
    ["seekto", ({ seekTime }) => player.seek((seekTime ?? 0) * 1000)],
  ];
  let told = "";
  let toldSlide: number | undefined;
  let bound = false;
  return (view) => {
    if (!view.started) return;
    if (!bound) {
      bound = true;
      for (const [name, act] of actions) setAction(session, name, act);
    }
    if (toldSlide !== view.slide.number) {
      toldSlide = view.slide.number;
      session.metadata = new MediaMetadata({
        title: view.slide.title,
        artist: index.title,
        album: view.era,
      });
    }
    // The system counts on by itself: once a second corrects it enough.
    const state = `${view.playing} ${view.rate} ${Math.floor(view.positionMs / 1000)}`;
    if (state === told) return;
    told = state;
    session.playbackState = view.playing ? "playing" : "paused";
    session.setPositionState({
      duration: view.durationMs / 1000,
      playbackRate: view.rate,
      position: Math.min(view.positionMs, view.durationMs) / 1000,
    });
  };
}

function setAction(session: MediaSession, name: MediaSessionAction, act: MediaSessionActionHandler): void {
  try {
    session.setActionHandler(name, act);
  } catch {
    // A browser that does not know an action throws; the others still work.
  }
}
