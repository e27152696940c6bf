/** The speaker view of a built site. */
import { startSpeaker } from "./start.ts";

startSpeaker();
