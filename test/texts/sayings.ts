/** Every sentence that people read, with where it stands: our own texts, and those of the shipped policy files. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { LANGUAGES, type Language } from "../../src/domain/vocabulary.ts";
import { TEXTS } from "../../src/texts/index.ts";
import { SAYINGS } from "../../src/workspace/page/sayings.ts";

export interface Saying {
  /** A text key, or a policy file and the path in it. */
  readonly at: string;
  readonly says: Readonly<Record<Language, string>>;
}

const POLICY = new URL("../../policy/", import.meta.url);
/** A sentence, or a list of phrases as one. */
const said = z.union([z.string(), z.array(z.string()).transform((phrases) => phrases.join("\n"))]);
const three = z.looseObject({ en: said, "zh-Hans": said, "zh-Hant": said });

export const ownSayings: readonly Saying[] = Object.keys(TEXTS.en).map((key) => ({
  at: key,
  says: {
    en: TEXTS.en[key] ?? "",
    "zh-Hans": TEXTS["zh-Hans"][key] ?? "",
    "zh-Hant": TEXTS["zh-Hant"][key] ?? "",
  },
}));

const policies = readdirSync(POLICY, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yml"))
  .map((file) => sayingsBelow(parse(readFileSync(new URL(file, POLICY), "utf8")), file));

export const policySayings: readonly Saying[] = policies.flatMap(({ sayings }) => sayings);

/** Places in policy files that speak Chinese, but not every language. */
export const halfSaid: readonly string[] = policies.flatMap(({ halves }) => halves);

/** Of the local workspace's page. */
const pageSayings: readonly Saying[] = Object.entries(SAYINGS).map(([en, [simplified, traditional]]) => ({
  at: `page: ${en}`,
  says: { en, "zh-Hans": simplified, "zh-Hant": traditional },
}));

export const allSayings: readonly Saying[] = [...ownSayings, ...policySayings, ...pageSayings];

function sayingsBelow(value: unknown, at: string): { sayings: Saying[]; halves: string[] } {
  if (typeof value !== "object" || value === null) {
    return { sayings: [], halves: [] };
  }
  const whole = three.safeParse(value);
  const speaks = LANGUAGES.filter((language) => language in value && language !== "en");
  const below = Object.entries(value).map(([name, child]) => sayingsBelow(child, `${at}.${name}`));
  return {
    sayings: [...(whole.success ? [{ at, says: whole.data }] : []), ...below.flatMap(({ sayings }) => sayings)],
    halves: [...(speaks.length > 0 && !whole.success ? [at] : []), ...below.flatMap(({ halves }) => halves)],
  };
}
