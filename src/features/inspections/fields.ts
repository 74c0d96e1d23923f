/** One question as Slack's input, and what Slack's state says was answered. Pure. */
import type { InputBlock, InputBlockElement, KnownBlock } from "@slack/types";
import { z } from "zod";
import type { FormItem } from "../../domain/check/types.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { plain } from "../../platform/slack/render.ts";
import type { Translate } from "../../texts/index.ts";
import { listingText } from "../../texts/listing.ts";
import { groupedDigits } from "./answer-text.ts";
import { ANSWER } from "./ids.ts";

const LABEL = 2000;
const OPTION = 75;
const RADIO_OPTIONS = 5;
/** Slack's limit for a text input, below our own of 3,000. */
const TEXT = 3000;

/** A text of at most so many characters is asked on one line. */
const ONE_LINE = 200;

/** As a person typed or chose it; a list for people, files and choices. */
export type RawAnswer = string | readonly string[];
export type RawAnswers = Readonly<Record<string, RawAnswer>>;

export interface FieldReader {
  readonly language: Language;
  readonly t: Translate;
  /** Who hears what is typed; the check itself where nothing is said. */
  readonly action?: string;
}

/** Block and action ids are the same whenever the question is asked again, so that Slack keeps what is being typed. */
export function inputBlock(
  item: FormItem,
  raw: RawAnswer | undefined,
  fileTypes: readonly string[],
  { language, t, action = ANSWER }: FieldReader,
): KnownBlock {
  const unit = item.unit === undefined ? "" : ` (${t(`check.unit.${item.unit}`)})`;
  const block: InputBlock = {
    type: "input",
    block_id: item.answerKey,
    label: plain(`${item.label[language]}${unit}`, LABEL),
    hint: plain(hintOf(item, language, t), LABEL),
    optional: !item.required,
    dispatch_action: item.type !== "evidence",
    element: item.type === "evidence" ? fileInput(fileTypes) : element(item, raw, language, t),
  };
  return { ...block, element: { ...block.element, action_id: action } };
}

/** Why it is asked, and asked now; and where several are wanted, how to write them. */
export function hintOf(item: FormItem, language: Language, t: Translate): string {
  const how = [
    ...(item.type === "people" ? [t("inspection.one_a_line")] : []),
    ...(item.blind ? [t("check.blind")] : []),
  ];
  return [item.why[language], ...whyNow(item, language, t), ...how].join(language === "en" ? " " : "");
}

function whyNow({ askedBecause }: FormItem, language: Language, t: Translate): string[] {
  if (askedBecause === undefined) return [];
  if ("turn" in askedBecause) return [t("check.asked.turn", { checks: askedBecause.turn + 1 })];
  const { tiers, zones, exposure_over, in_season } = askedBecause.situation;
  const parts = [
    ...(tiers === undefined ? [] : [t("check.asked.tier")]),
    ...(zones === undefined ? [] : [t("check.asked.zone")]),
    ...(exposure_over === undefined
      ? []
      : [t("check.asked.exposure", { limit: groupedDigits(String(exposure_over)) })]),
    ...(in_season === undefined ? [] : [t("check.asked.season")]),
    ...openWords(askedBecause, language, t),
  ];
  return parts;
}

/** What is still open, in one line; a condition in the approval's own words. */
function openWords({ open, warnings, conditions }: Situated, language: Language, t: Translate): string[] {
  const matters = open.flatMap((matter) =>
    matter === "signals" ? warnings.map((warning) => t(`check.warning.${warning}`)) : [t(`check.matter.${matter}`)],
  );
  const asked = matters.length === 0 ? [] : [t("check.asked.open", { matters: listingText(language, matters) })];
  const said = conditions === undefined ? undefined : listingText(language, conditions.split("\n"));
  return said === undefined ? asked : [t("check.asked.conditions", { conditions: said.slice(0, CONDITIONS_LENGTH) })];
}

type Situated = Extract<NonNullable<FormItem["askedBecause"]>, { readonly situation: unknown }>;
const CONDITIONS_LENGTH = 600;

function fileInput(fileTypes: readonly string[]): InputBlockElement {
  return { type: "file_input", action_id: ANSWER, max_files: 10, filetypes: [...fileTypes] };
}

function element(item: FormItem, raw: RawAnswer | undefined, language: Language, t: Translate): InputBlockElement {
  const one = typeof raw === "string" ? raw : undefined;
  switch (item.type) {
    case "date":
      return { type: "datepicker", action_id: ANSWER, ...(one ? { initial_date: one } : {}) };
    case "choice":
      return choice(item, one, language);
    case "yes_no":
      return radio(
        ["yes", "no"].map((value) => ({ value, text: t(value === "yes" ? "words.yes" : "words.no") })),
        one,
      );
    case "multi_choice":
      return multiChoice(item, Array.isArray(raw) ? raw : [], language);
    default:
      return textInput(item, raw);
  }
}

function choice(item: FormItem, chosen: string | undefined, language: Language): InputBlockElement {
  const options = (item.options ?? []).map(({ value, label }) => ({ value, text: label[language] }));
  if (options.length <= RADIO_OPTIONS) {
    return radio(options, chosen);
  }
  const elements = options.map(option);
  const initial = elements.find(({ value }) => value === chosen);
  return {
    type: "static_select",
    action_id: ANSWER,
    options: elements,
    ...(initial ? { initial_option: initial } : {}),
  };
}

function radio(options: readonly { value: string; text: string }[], chosen: string | undefined): InputBlockElement {
  const elements = options.map(option);
  const initial = elements.find(({ value }) => value === chosen);
  return {
    type: "radio_buttons",
    action_id: ANSWER,
    options: elements,
    ...(initial ? { initial_option: initial } : {}),
  };
}

function multiChoice(item: FormItem, chosen: readonly string[], language: Language): InputBlockElement {
  const options = (item.options ?? []).map(({ value, label }) => option({ value, text: label[language] }));
  const initial = options.filter(({ value }) => chosen.includes(value));
  return {
    type: "multi_static_select",
    action_id: ANSWER,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}

/** Numbers are typed as text: full-width digits and thousands separators are read by our own rules, not refused by Slack's. */
function textInput(item: FormItem, raw: RawAnswer | undefined): InputBlockElement {
  const typed = typeof raw === "string" ? raw : (raw ?? []).join("\n");
  return {
    type: "plain_text_input",
    action_id: ANSWER,
    multiline: item.type === "people" || (item.type === "text" && (item.max_length ?? TEXT) > ONE_LINE),
    max_length: Math.min(item.max_length ?? TEXT, TEXT),
    dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
    ...(typed === "" ? {} : { initial_value: typed.slice(0, TEXT) }),
  };
}

function option({ value, text }: { value: string; text: string }) {
  return { value, text: plain(text, OPTION) };
}

const chosen = z.object({ value: z.string() });
const stateElement = z.looseObject({
  type: z.string().optional(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  files: z.array(z.looseObject({ id: z.string(), name: z.string().nullish() })).nullish(),
});

/** What the state of one input says, `""` or an empty list for nothing. Files come as Slack's file ids. */
export function rawOf(item: FormItem, state: unknown): RawAnswer {
  const read = stateElement.safeParse(state);
  if (!read.success) {
    return "";
  }
  return item.type === "evidence" ? (read.data.files ?? []).map(({ id }) => id) : rawFromElement(state);
}

/** What the files of one input are called, by Slack's file id, where Slack says so. */
export function fileNames(state: unknown): Record<string, string> {
  const files = stateElement.safeParse(state).data?.files ?? [];
  return Object.fromEntries(files.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
}

/** What one input says by itself while the person is still filling in; its own type tells how to read it. */
export function rawFromElement(element: unknown): RawAnswer {
  const read = stateElement.safeParse(element);
  if (!read.success) {
    return "";
  }
  const { value, selected_date, selected_option, selected_options } = read.data;
  return selected_options?.map((one) => one.value) ?? selected_option?.value ?? selected_date ?? value ?? "";
}

/** People are typed as text; the rules want a list. */
export function readable(item: FormItem, raw: RawAnswer | undefined): RawAnswer | undefined {
  return item.type === "people" && typeof raw === "string" ? listed(raw) : raw;
}

/** Names on lines of their own, or between commas or semicolons of either script. */
function listed(text: string): string[] {
  return text
    .split(/[\n,;、，；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
