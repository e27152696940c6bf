import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simplify, TOLERANCE } from "../../scripts/talk/simplify.ts";
import { touches } from "../../scripts/talk/stroke-hit.ts";
import { strokePath } from "../../scripts/talk/stroke-path.ts";
import { isWrong, placesOf, pointsOf, readStroke, type StrokePlace } from "../../scripts/talk/stroke.ts";
import { anyLine, line } from "./lines.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: share, y: share.map((y) => y * 0.5625), pressure: share });

/** How far a place is from the nearest one of a stretch, found by trying many. */
function awayFrom({ x, y }: StrokePlace, from: StrokePlace, to: StrokePlace): number {
  const tries = Array.from({ length: 2_001 }, (_, n) => n / 2_000);
  return Math.min(
    ...tries.map((t) => Math.hypot(from.x + t * (to.x - from.x) - x, from.y + t * (to.y - from.y) - y)),
  );
}

describe("simplifying", () => {
  test("leaves out what lies on a straight line, and keeps a corner", () => {
    const at = (x: number, y: number) => ({ x, y, pressure: 1 });
    const places = [at(0, 0), at(0.1, 0), at(0.2, 0.0001), at(0.3, 0), at(0.3, 0.1), at(0.3, 0.2)];
    expect(simplify(places, 0.004)).toEqual([at(0, 0), at(0.3, 0), at(0.3, 0.2)]);
  });

  test("keeps where a pen was pressed less", () => {
    const at = (x: number, pressure: number) => ({ x, y: 0.1, pressure });
    expect(simplify([at(0, 1), at(0.1, 0.2), at(0.2, 1)], 0.02)).toHaveLength(3);
    expect(simplify([at(0, 1), at(0.1, 0.99), at(0.2, 1)], 0.02)).toHaveLength(2);
  });

  test("never moves a line further than the tolerance, and keeps both ends", () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 25 }),
        fc.constantFrom(TOLERANCE, 0.01, 0.1),
        (places, tolerance) => {
          const kept = simplify(places, 0.004, tolerance);
          expect(kept[0]).toEqual(places[0]);
          expect(kept.at(-1)).toEqual(places.at(-1));
          for (const one of places) {
            const away = kept.slice(1).map((to, i) => awayFrom(one, kept[i] ?? to, to));
            expect(Math.min(...away)).toBeLessThanOrEqual(tolerance + 0.001);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("takes no more than a moment for the longest line", () => {
    const places = Array.from({ length: 4_000 }, (_, n) => ({ x: (n % 2) * 0.5, y: n / 8_000, pressure: 1 }));
    const before = process.cpuUsage().user;
    simplify(places, 0.004);
    expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
  });
});

test("every line that the program makes is one that it reads", () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), fc.boolean(), (places, pressed) => {
      const stroke = { ...line("l"), ...pointsOf(places, pressed) };
      expect(readStroke(JSON.parse(JSON.stringify(stroke)))).toEqual(stroke);
    }),
  );
  // A hand that leaves the slide draws along its edge.
  expect(pointsOf([{ x: -0.2, y: 3, pressure: 1 }], false).points).toEqual([0, 1]);
});

describe("an eraser", () => {
  const flat = line("l", [0.2, 0.5, 0.8, 0.5]);
  const at = (x: number, y: number) => ({ x, y });

  test("touches a line that it crosses between two moments, however fast it moves", () => {
    expect(touches(flat, at(0.5, 0.1), at(0.5, 0.9), 0.001)).toBe(true);
    expect(touches(flat, at(0.9, 0.1), at(0.9, 0.9), 0.001)).toBe(false);
  });

  test("reaches as far as its radius and half of the line's width, as far down as across", () => {
    const radius = 0.01;
    const reach = radius + 0.002;
    const down = (away: number) => at(0.5, 0.5 + away / 0.5625);
    expect(touches(flat, down(reach * 0.99), down(reach * 0.99), radius)).toBe(true);
    expect(touches(flat, down(reach * 1.01), down(reach * 1.01), radius)).toBe(false);
    expect(touches(flat, at(0.8 + reach * 0.99, 0.5), at(0.9, 0.5), radius)).toBe(true);
    expect(touches(flat, at(0.8 + reach * 1.01, 0.5), at(0.9, 0.5), radius)).toBe(false);
  });

  test("touches a dot", () => {
    expect(touches(line("dot", [0.5, 0.5]), at(0.5, 0.5), at(0.5, 0.5), 0.001)).toBe(true);
  });
});

describe("the path of a line", () => {
  test("goes through every place, and keeps corners sharp", () => {
    const { d, strokeWidthPx } = strokePath(line("l", [0.1, 0.1, 0.3, 0.1, 0.3, 0.5]));
    expect(strokeWidthPx).toBeCloseTo(5.12);
    expect(d).toBe("M128 72C128 72 384 72 384 72C384 72 384 360 384 360");
  });

  test("is an outline where a pen was pressed, and a dot where it only touched", () => {
    const pressed = strokePath({ ...line("l"), pressures: [0.5, 1] });
    expect(pressed.strokeWidthPx).toBeUndefined();
    expect(pressed.d.match(/z/g)).toHaveLength(3);
    expect(strokePath(line("dot", [0.5, 0.5])).d).toBe("M640 360h.01");
  });

  test("holds numbers only, whatever was drawn", () => {
    fc.assert(
      fc.property(anyLine, (stroke) => {
        expect(strokePath(stroke).d).toMatch(/^[MCLahz0-9. -]+$/);
        expect(isWrong(readStroke(stroke))).toBe(false);
        expect(placesOf(stroke)).toHaveLength(stroke.points.length / 2);
      }),
    );
  });
});
