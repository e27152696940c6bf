/** Lines for tests: some to read, some at random. */
import * as fc from "fast-check";
import { INKS, STROKE_TOOLS, type Stroke } from "../../scripts/talk/stroke.ts";

/** A straight line from one place to another. */
export const line = (id: string, points: readonly number[] = [0.1, 0.1, 0.4, 0.1]): Stroke => ({
  id,
  tool: "pen",
  ink: "red",
  width: 0.004,
  points,
});

const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);

/** Any line that the program would keep. */
export const anyLine: fc.Arbitrary<Stroke> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    tool: fc.constantFrom(...STROKE_TOOLS),
    ink: fc.constantFrom(...INKS),
    width: fc.integer({ min: 5, max: 1_000 }).map((n) => n / 10_000),
    places: fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 30 }),
    pressed: fc.boolean(),
  })
  .map(({ id, tool, ink, width, places, pressed }): Stroke => {
    const points = places.flatMap(([x, y]) => [x, y]);
    const pressures = places.map(([, , pressure]) => pressure);
    return pressed ? { id, tool, ink, width, points, pressures } : { id, tool, ink, width, points };
  });
