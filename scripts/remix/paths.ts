/** Paths that a course's file writes: from the folder that it stands in. */
import { posix } from "node:path";

/**
 * The path from the deck's folder.
 * @param course deck path of the course's file
 * @returns undefined when it leads out of the deck's folder, or is no relative path
 */
export function besideCourse(course: string, written: string): string | undefined {
  if (written.startsWith("/") || written.includes("\\") || /^[a-z][a-z+.-]*:/i.test(written))
    return undefined;
  const path = posix.normalize(posix.join(posix.dirname(course), written)).replace(/\/$/, "");
  return path === ".." || path.startsWith("../") ? undefined : path;
}
