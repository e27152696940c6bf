/** Money in English: the sign or code before the amount is said after it. */
import { pattern, rule, type Rule } from "../place.ts";
import { isOne, NUMBER, oneOf, sayTo, SCALE_WORDS, scaleOf, TO } from "./amount.ts";
import { cardinal } from "./number-words.ts";

interface Money {
  readonly one: string;
  readonly many: string;
  readonly cent?: string;
  readonly cents?: string;
}

const dollars = (country: string): Money => ({
  one: `${country}dollar`,
  many: `${country}dollars`,
  cent: "cent",
  cents: "cents",
});

/** What stands before an amount → its names. */
const MONEY: Readonly<Record<string, Money>> = {
  US$: dollars("U S "),
  C$: dollars("Canadian "),
  A$: dollars("Australian "),
  NZ$: dollars("New Zealand "),
  HK$: dollars("Hong Kong "),
  $: dollars(""),
  USD: dollars("U S "),
  "£": { one: "pound", many: "pounds", cent: "penny", cents: "pence" },
  GBP: { one: "pound", many: "pounds", cent: "penny", cents: "pence" },
  "€": { one: "euro", many: "euros", cent: "cent", cents: "cents" },
  EUR: { one: "euro", many: "euros", cent: "cent", cents: "cents" },
  "¥": { one: "yen", many: "yen" },
  JPY: { one: "yen", many: "yen" },
  CNY: { one: "yuan", many: "yuan" },
  RMB: { one: "renminbi", many: "renminbi" },
  "₩": { one: "won", many: "won" },
  KRW: { one: "won", many: "won" },
  "₽": { one: "ruble", many: "rubles" },
  RUB: { one: "ruble", many: "rubles" },
  "₹": { one: "rupee", many: "rupees" },
  "₴": { one: "hryvnia", many: "hryvnias" },
};

function moneyWords(
  names: Money,
  amount: string,
  scale: string | undefined,
  language: string,
): { number: string; unit: string } {
  const [whole = "", cents] = amount.replaceAll(",", "").split(".");
  if (scale !== undefined) return { number: cardinal(amount, language), unit: `${scale} ${names.many}` };
  if (cents === undefined || cents.length !== 2 || names.cents === undefined || names.cent === undefined) {
    return {
      number: cardinal(amount, language),
      unit: isOne(whole) && cents === undefined ? names.one : names.many,
    };
  }
  const small = `${cardinal(String(Number(cents)), language)} ${Number(cents) === 1 ? names.cent : names.cents}`;
  if (Number(whole) === 0 && Number(cents) > 0) return { number: small, unit: "" };
  const large = isOne(whole) ? names.one : names.many;
  return { number: cardinal(whole, language), unit: Number(cents) === 0 ? large : `${large} and ${small}` };
}

const CURRENCY = oneOf(Object.keys(MONEY));
const amountTail = `(?:${TO}(?:${CURRENCY})?(?<b>${NUMBER}))?(?:(?<scale>(?:bn|tn|mn|[kKmMbBT])(?![\\p{L}\\p{Nd}]))|(?:[ \\u00a0\\n-](?<word>${SCALE_WORDS})(?!\\p{L})))?`;

/** Money with its sign or code before the amount. */
const moneyRule = (starts: Rule["starts"]): Rule =>
  rule(
    "money",
    starts,
    pattern(`(?<a>(?<sign>${CURRENCY})[ \\u00a0]?(?<n>${NUMBER}))${amountTail}(?![\\p{L}\\p{Nd}])`),
    ({ sign = "", n = "", t, b, scale, word }, { language }) => {
      const names = MONEY[sign];
      if (names === undefined) return undefined;
      const { number, unit } = moneyWords(names, b ?? n, scaleOf(scale) ?? word, language);
      const first = b === undefined ? number : cardinal(n, language);
      const last = b === undefined ? "a" : "b";
      const said: Record<string, string | undefined> = { a: first, t: sayTo(t), b: b && number };
      if (word !== undefined) said["word"] = unit;
      else if (scale !== undefined) said["scale"] = unit;
      else said[last] = `${said[last] ?? ""} ${unit}`.trim();
      return said;
    },
  );

/** The sign comes first (`$5`), or a code does (`USD 5`). */
export const money: readonly Rule[] = [moneyRule("sign"), moneyRule("letter")];
