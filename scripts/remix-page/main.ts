/** The script of `remix.html`. */
import { startRemix } from "./start.ts";

startRemix();
