/**
 * Languages that have no reading rules of their own yet: their numbers are said in words where `n2words` has the language, and all else is
 * left to the voice as it is written. A language is one line here; one with rules gets a folder like `english/`.
 */
import { toCardinal as de } from "n2words/de-DE";
import { toCardinal as es } from "n2words/es-ES";
import { toCardinal as fr } from "n2words/fr-FR";
import { toCardinal as it } from "n2words/it-IT";
import { toCardinal as ja } from "n2words/ja-JP";
import { toCardinal as ko } from "n2words/ko-KR";
import { toCardinal as nl } from "n2words/nl-NL";
import { toCardinal as pl } from "n2words/pl-PL";
import { toCardinal as pt } from "n2words/pt-PT";
import { toCardinal as ru } from "n2words/ru-RU";
import { toCardinal as uk } from "n2words/uk-UA";
import { toCardinal as zh } from "n2words/zh-Hans-CN";
import { pattern, rule, type Rule } from "./place.ts";

const CARDINALS: Readonly<Record<string, (value: string) => string>> = {
  de,
  es,
  fr,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  uk,
  zh,
};

/** The longest number that is turned into words; longer ones are left to the voice. */
const LONGEST = 15;

/** The rules for a language other than English: numbers in words, or as written where no words are known. */
export function otherRules(primary: string): readonly Rule[] {
  const cardinal = CARDINALS[primary];
  const number = (starts: "digit" | "sign", source: string): Rule =>
    rule("number", starts, pattern(source), ({ a = "" }) => {
      const plain = a.replaceAll(/[\u00a0\u202f\u2009]/gu, "");
      const sayable =
        cardinal !== undefined && /^-?\d+$/.test(plain) && plain.length <= LONGEST && !/^-?0\d/.test(plain);
      return { a: sayable ? cardinal(plain) : a };
    });
  return [number("digit", "(?<a>\\p{Nd}+(?:[.,\\u00a0\\u202f\\u2009:/-]\\p{Nd}+){0,8})")];
}
