/**
 * The one place for words that people read. Each area's file holds every key in every language as ICU MessageFormat;
 * `translator` gives a language's function. Values are plain text: what renders them escapes.
 */
import { IntlMessageFormat } from "intl-messageformat";
import type { Refusal } from "../domain/refusal.ts";
import type { Language } from "../domain/vocabulary.ts";
import { absences } from "./absences.ts";
import { accountPlans } from "./account-plans.ts";
import { accounts } from "./accounts.ts";
import { assets } from "./assets.ts";
import { backups } from "./backups.ts";
import { batches } from "./batches.ts";
import { bulletins } from "./bulletins.ts";
import { caseCosts } from "./case-costs.ts";
import { checks } from "./checks.ts";
import { commandTexts } from "./commands.ts";
import { confirmation } from "./confirmation.ts";
import { deadlines } from "./deadlines.ts";
import { delivery } from "./delivery.ts";
import { demonstration } from "./demonstration.ts";
import { desk } from "./desk.ts";
import { digestFigures } from "./digest-figures.ts";
import { digests } from "./digests.ts";
import { doctor } from "./doctor.ts";
import { doctorFindings } from "./doctor-findings.ts";
import { doctorRemedies } from "./doctor-remedies.ts";
import { documents } from "./documents.ts";
import { duty } from "./duty.ts";
import { facts } from "./facts.ts";
import { fileProblems } from "./file-problems.ts";
import { findings } from "./findings.ts";
import { handovers } from "./handovers.ts";
import { home } from "./home.ts";
import { inspections } from "./inspections.ts";
import { judging } from "./judging.ts";
import { keyDates } from "./key-dates.ts";
import { lateReviews } from "./late-reviews.ts";
import { ledger } from "./ledger.ts";
import { ledgerEvents } from "./ledger-events.ts";
import { limits } from "./limits.ts";
import { measures } from "./measures.ts";
import { overrides } from "./overrides.ts";
import { people } from "./people.ts";
import { planning } from "./planning.ts";
import { policies } from "./policies.ts";
import { policyProblems } from "./policy-problems.ts";
import { portfolio } from "./portfolio.ts";
import { printing } from "./printing.ts";
import { refusals } from "./refusals.ts";
import { replay } from "./replay.ts";
import { reviews } from "./reviews.ts";
import { routine } from "./routine.ts";
import { sampling } from "./sampling.ts";
import { scoreRules } from "./score-rules.ts";
import { scores } from "./scores.ts";
import { settings } from "./settings.ts";
import { shapeProblems } from "./shape-problems.ts";
import { signalHands } from "./signal-hands.ts";
import { signalReasons } from "./signal-reasons.ts";
import { signals } from "./signals.ts";
import { templateProblems } from "./template-problems.ts";
import { tiers } from "./tiers.ts";
import { watchdog } from "./watchdog.ts";
import { words } from "./words.ts";
import { zoneTexts } from "./zones.ts";

const areas = {
  absences,
  accountPlans,
  accounts,
  assets,
  backups,
  batches,
  bulletins,
  caseCosts,
  checks,
  commandTexts,
  confirmation,
  delivery,
  demonstration,
  desk,
  digestFigures,
  digests,
  doctor,
  doctorFindings,
  doctorRemedies,
  documents,
  duty,
  facts,
  fileProblems,
  findings,
  handovers,
  home,
  inspections,
  judging,
  lateReviews,
  keyDates,
  zoneTexts,
  ledger,
  ledgerEvents,
  limits,
  measures,
  overrides,
  people,
  planning,
  policies,
  policyProblems,
  portfolio,
  printing,
  refusals,
  replay,
  reviews,
  routine,
  sampling,
  scoreRules,
  scores,
  settings,
  shapeProblems,
  signalReasons,
  signalHands,
  signals,
  templateProblems,
  tiers,
  watchdog,
  words,
};

function languageTexts<L extends Language>(language: L) {
  return {
    ...absences[language],
    ...accountPlans[language],
    ...accounts[language],
    ...assets[language],
    ...backups[language],
    ...batches[language],
    ...bulletins[language],
    ...caseCosts[language],
    ...checks[language],
    ...commandTexts[language],
    ...confirmation[language],
    ...delivery[language],
    ...demonstration[language],
    ...deadlines[language],
    ...desk[language],
    ...digestFigures[language],
    ...digests[language],
    ...doctor[language],
    ...doctorFindings[language],
    ...doctorRemedies[language],
    ...documents[language],
    ...duty[language],
    ...facts[language],
    ...fileProblems[language],
    ...findings[language],
    ...handovers[language],
    ...home[language],
    ...inspections[language],
    ...judging[language],
    ...lateReviews[language],
    ...keyDates[language],
    ...zoneTexts[language],
    ...ledger[language],
    ...ledgerEvents[language],
    ...limits[language],
    ...measures[language],
    ...overrides[language],
    ...people[language],
    ...planning[language],
    ...policies[language],
    ...policyProblems[language],
    ...portfolio[language],
    ...printing[language],
    ...refusals[language],
    ...replay[language],
    ...reviews[language],
    ...routine[language],
    ...sampling[language],
    ...scoreRules[language],
    ...scores[language],
    ...settings[language],
    ...shapeProblems[language],
    ...signalReasons[language],
    ...signalHands[language],
    ...signals[language],
    ...templateProblems[language],
    ...tiers[language],
    ...watchdog[language],
    ...words[language],
  };
}

export const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: languageTexts("en"),
  "zh-Hans": languageTexts("zh-Hans"),
  "zh-Hant": languageTexts("zh-Hant"),
};

/** Each area by itself, for the tests that look for a key said twice. */
export const TEXT_AREAS: Readonly<Record<string, Readonly<Record<Language, Readonly<Record<string, string>>>>>> = areas;

export type TextKey = keyof ReturnType<typeof languageTexts<"en">> & string;
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: TextValues) => string;

/** ICU wants a region to format numbers and dates as readers expect. */
export const FORMAT_LOCALE: Readonly<Record<Language, string>> = {
  en: "en-GB",
  "zh-Hans": "zh-CN",
  "zh-Hant": "zh-TW",
};

const compiled = new Map<string, IntlMessageFormat>();

export function translator(language: Language): Translate {
  return (key, values) => say(language, key, values);
}

/** Says a key that came from stored facts or a refusal code; an unknown one is shown as it is, never thrown. */
export function sayByCode(language: Language, key: string, values?: TextValues): string {
  return key in TEXTS[language] ? say(language, key, values) : key;
}

/** Whether a key exists: stored codes may outlive a release. */
export function isTextKey(key: string): key is TextKey {
  return key in TEXTS.en;
}

/** Slack's locale (`zh-CN`, `zh-TW`, `en-US`) to ours; English where we have nothing nearer. */
export function languageOfLocale(locale: string): Language {
  const wanted = locale.toLowerCase();
  if (!wanted.startsWith("zh")) {
    return "en";
  }
  return /tw|hk|mo|hant/.test(wanted) ? "zh-Hant" : "zh-Hans";
}

function say(language: Language, key: string, values: TextValues = {}): string {
  const id = `${language}\n${key}`;
  let format = compiled.get(id);
  if (format === undefined) {
    format = new IntlMessageFormat(TEXTS[language][key] ?? key, FORMAT_LOCALE[language], undefined, {
      ignoreTag: true,
    });
    compiled.set(id, format);
  }
  return String(format.format(values));
}

/** The sentence of a refusal: business codes stand under `refusal.`, those of a check field by their own name. */
export function refusalSentence(language: Language, { refused, values }: Refusal): string {
  const own = `refusal.${refused}`;
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "object" ? value[language] : value,
  ]);
  return sayByCode(language, own in TEXTS[language] ? own : refused, Object.fromEntries(said));
}
