/** The player of a built site. */
import { startPlayer } from "./start.ts";

void startPlayer();
