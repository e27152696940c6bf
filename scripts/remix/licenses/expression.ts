/** Reads licence expressions of SPDX (specification 2.3, annex D): ids joined by WITH, AND and OR, in this order of strength. */

/** What is done with the parts of an expression. */
export interface Fold<T> {
  readonly id: (id: string) => T;
  /** Both licences hold. */
  readonly and: (a: T, b: T) => T;
  /** Whoever takes the work chooses one. */
  readonly or: (a: T, b: T) => T;
}

const isId = (word = "("): boolean => !/^(?:[()]|WITH|AND|OR)$/.test(word);
const strengthOf = (word: string | undefined): number => (word === "AND" ? 2 : word === "OR" ? 1 : 0);
/** Longer than any honest expression. */
const MAX_LENGTH = 1000;

/**
 * Works an expression out from its ids upwards. An exception after WITH only gives more, so it is passed over.
 * @returns undefined when it is no expression
 */
export function foldExpression<T>(expression: string, { id, and, or }: Fold<T>): T | undefined {
  if (expression.length > MAX_LENGTH) return undefined;
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const values: T[] = [];
  const waiting: string[] = [];
  /** Joins the last two values by the operators that bind at least so strongly. */
  const join = (strength: number): boolean => {
    while (strengthOf(waiting.at(-1)) >= strength) {
      const operator = waiting.pop();
      const [b, a] = [values.pop(), values.pop()];
      if (a === undefined || b === undefined) return false;
      values.push(operator === "AND" ? and(a, b) : or(a, b));
    }
    return true;
  };
  let afterValue = false;
  for (const [i, word] of words.entries()) {
    if (words[i - 1] === "WITH") continue;
    const joins = word === ")" || word === "WITH" || strengthOf(word) > 0;
    if (joins !== afterValue || (word === "WITH" && !isId(words[i + 1]))) return undefined;
    if (word === "(") waiting.push(word);
    else if (word === ")") {
      if (!join(1) || waiting.pop() !== "(") return undefined;
    } else if (strengthOf(word) > 0) {
      if (!join(strengthOf(word))) return undefined;
      waiting.push(word);
      afterValue = false;
    } else if (word !== "WITH") {
      values.push(id(word));
      afterValue = true;
    }
  }
  return afterValue && join(1) && waiting.length === 0 ? values[0] : undefined;
}

/** The ids of an expression; the whole text where it is none. */
export const idsIn = (expression: string): readonly string[] =>
  foldExpression<readonly string[]>(expression, {
    id: (id) => [id],
    and: (a, b) => [...a, ...b],
    or: (a, b) => [...a, ...b],
  }) ?? [expression];
