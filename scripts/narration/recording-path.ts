/** Where recordings lie in a deck. */

/** Where a slide's recording lies in the deck. @param slide full id */
export function recordingPath(slide: string): string {
  return `recordings/${slide}.wav`;
}

/** Where the words of that recording may stand, as they were read. */
export function recordedWordsPath(slide: string): string {
  return `recordings/${slide}.txt`;
}
