/** The rules behind a floor as people read them, with article and source. Pure. */
import { z } from "zod";
import {
  type FiredFloor,
  FLOOR_RULES,
  type Floor,
  SHOWN_CHECKS,
  type ShownCheck,
} from "../../domain/classification/index.ts";
import { LANGUAGES, RISK_TIERS, type Sentences } from "../../domain/vocabulary.ts";
import { type Translate, translator } from "../../texts/index.ts";

/** For a refusal: the floor and its rules in every language. */
export function saidRules(floor: Pick<Floor, "tier" | "because">): { floor: Sentences; rules: Sentences } {
  return {
    floor: inEach((t) => t(`tier.${floor.tier}`)),
    rules: inEach((t) => floor.because.map((fired) => ruleText(t, fired)).join("; ")),
  };
}

export function ruleText(t: Translate, { rule, overDays = 0, marks }: FiredFloor): string {
  const { article, source = [], needs_legal_review } = marks;
  const named =
    article === undefined
      ? []
      : [t(article.verified ? "tier.article" : "tier.article_unverified", { number: article.number })];
  const review = needs_legal_review === true ? [t("tier.unreviewed")] : [];
  return `${t(`tier.rule.${rule}`, { days: overDays })} (${[...named, source.join(", "), ...review].join("; ")})`;
}

const stored = z.array(
  z.object({
    rule: z.enum(FLOOR_RULES),
    overDays: z.number().optional(),
    tier: z.enum(RISK_TIERS),
    marks: z.looseObject({
      source: z.array(z.string()).optional(),
      needs_legal_review: z.boolean().optional(),
      article: z.object({ number: z.string(), verified: z.boolean() }).optional(),
    }),
  }),
);

export function storedShown(shown: string): ShownCheck[] {
  return z.array(z.enum(SHOWN_CHECKS)).parse(JSON.parse(shown));
}

/** The rules that a proposal was made under. */
export function storedRules(t: Translate, because: string): string[] {
  const read = stored.parse(JSON.parse(because));
  return read.map(({ overDays, ...fired }) => ruleText(t, overDays === undefined ? fired : { ...fired, overDays }));
}

function inEach(say: (t: Translate) => string): Sentences {
  const [en = "", simplified = "", traditional = ""] = LANGUAGES.map((language) => say(translator(language)));
  return { en, "zh-Hans": simplified, "zh-Hant": traditional };
}
