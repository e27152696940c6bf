/** Where on the page a drawing operation falls: boxes of figures, and whether text stands in the page's margins. */
import { numbersIn, type Operation } from "../../../pdf/content.ts";

/** Left, bottom, right and top, in points from the page's lower left corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** A transformation, as `cm` writes it (ISO 32000-1, 8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** What an image fills before it is transformed. */
const UNIT: Box = [0, 0, 1, 1];
/** Cuts everything off. */
const NOWHERE: Box = [-Infinity, -Infinity, -Infinity, -Infinity];

/** Follows the operations of one page. */
export interface Geometry {
  /** To be told of every operation, in order. */
  readonly follow: (operation: Operation) => void;
  /** The box of what can be seen of the path or object that the operation paints; undefined where nothing can. */
  readonly boxOf: (operation: Operation) => Box | undefined;
  /** The height above the page's lower edge of the text that was begun last. */
  readonly textHeight: () => number;
}

/** @param objectBox the box of a form in its own space, by name; undefined for an image, which fills the unit square */
export function pageGeometry(objectBox: (name: string) => Box | undefined): Geometry {
  let matrix = IDENTITY;
  let text = IDENTITY;
  /** What lies outside is not seen; undefined where nothing is cut off. */
  let clip: Box | undefined;
  let clips = false;
  const saved: { readonly matrix: Matrix; readonly clip: Box | undefined }[] = [];
  /** The box of the path as far as it is drawn. */
  let path: Box | undefined;
  return {
    follow(operation) {
      const { operator, operands } = operation;
      if (operator === "q") saved.push({ matrix, clip });
      else if (operator === "Q") ({ matrix, clip } = saved.pop() ?? { matrix, clip });
      else if (operator === "cm") matrix = multiply(matrixOf(operands), matrix);
      else if (operator === "BT") text = IDENTITY;
      else if (operator === "Tm") text = matrixOf(operands);
      else if (PATH.has(operator)) path = withPath(path, operation, matrix);
      else if (operator === "W" || operator === "W*") clips = true;
      else if (PATH_END.has(operator)) {
        if (clips && path !== undefined) clip = clip === undefined ? path : (common(clip, path) ?? NOWHERE);
        clips = false;
        path = undefined;
      }
    },
    boxOf(operation) {
      const box =
        operation.operator === "Do"
          ? transformed(objectBox(/\/(\S+)/.exec(operation.operands)?.[1] ?? "") ?? UNIT, matrix)
          : path;
      if (box === undefined || clip === undefined) return box;
      return common(box, clip) ?? common(grown(box, LINE), clip);
    },
    textHeight: () => apply(matrix, text[4], text[5])[1],
  };
}

const PATH = new Set(["m", "l", "c", "v", "y", "re"]);
const PATH_END = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"]);

/** The smallest box that holds both. */
export const union = (a: Box | undefined, b: Box): Box =>
  a === undefined
    ? b
    : [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

/** Half a line of one CSS px, in points: so far it reaches beyond its path. */
const LINE = 0.375;

const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
];

/** What lies in both; undefined where nothing does. */
function common(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] > box[2] || box[1] > box[3] ? undefined : box;
}

function matrixOf(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(operands);
  return [a, b, c, d, e, f];
}

/** First `m`, then `n`. */
const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

const apply = (m: Matrix, x: number, y: number): [x: number, y: number] => [
  x * m[0] + y * m[2] + m[4],
  x * m[1] + y * m[3] + m[5],
];

const transformed = ([left, bottom, right, top]: Box, matrix: Matrix): Box =>
  union(
    union(at(apply(matrix, left, bottom)), at(apply(matrix, right, bottom))),
    union(at(apply(matrix, left, top)), at(apply(matrix, right, top))),
  );

const at = ([x, y]: readonly [x: number, y: number]): Box => [x, y, x, y];

/** The box of a path with one more piece of it. */
function withPath(box: Box | undefined, { operator, operands }: Operation, matrix: Matrix): Box | undefined {
  const numbers = numbersIn(operands);
  if (operator === "re") {
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    return union(box, transformed([x, y, x + width, y + height], matrix));
  }
  let all = box;
  for (let i = 0; i + 1 < numbers.length; i += 2)
    all = union(all, at(apply(matrix, numbers[i] ?? 0, numbers[i + 1] ?? 0)));
  return all;
}
