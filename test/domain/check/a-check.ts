/** A borrower with one working-capital loan, visited on site; a test says only what matters to it. */
import { answerKey } from "../../../src/domain/check/answer-key.ts";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import type { Circumstances } from "../../../src/domain/check/circumstances.ts";
import type { Answers, CheckedLoan, CheckForm, CheckSubject, FormItem } from "../../../src/domain/check/types.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { type Templates, templatesSchema } from "../../../src/domain/templates/schema.ts";
import { shippedTemplates } from "../templates/shipped-templates.ts";

export const today = isoDate("2026-06-30");
export const bankTemplates = shippedTemplates("cn-bank");

export function aSubject(differences: Partial<CheckSubject> = {}): CheckSubject {
  return { kind: "routine", mode: "on_site", customerType: "corporate", loans: [aLoan()], ...differences };
}

export function aLoan(differences: Partial<CheckedLoan> = {}): CheckedLoan {
  return {
    loanId: "L-1",
    number: "WC-2026-001",
    product: "working_capital",
    disbursedOn: isoDate("2026-01-15"),
    ...differences,
  };
}

export function aForm(differences: Partial<CheckSubject> = {}, templates: Templates = bankTemplates): CheckForm {
  return checkForm(templates, aSubject(differences));
}

export function itemsOf(form: CheckForm): FormItem[] {
  return form.steps.flatMap((step) => [...step.items]);
}

export function itemAt(form: CheckForm, key: string): FormItem {
  const item = itemsOf(form).find((one) => one.answerKey === key);
  if (item === undefined) throw new Error(`${key} is not asked`);
  return item;
}

/** A form of one loan with one block of one item per given item. */
export function aFormAsking(...items: readonly Record<string, unknown>[]): CheckForm {
  const words = { en: "A question", "zh-Hans": "问题", "zh-Hant": "問題" };
  const block = {
    key: "questions",
    kind: "product",
    per: "loan",
    title: words,
    items: items.map((item) => ({ label: words, why: words, required: false, source: ["D"], ...item })),
  };
  const template = { id: "test", products: ["working_capital"], blocks: [block] };
  return aForm({}, templatesSchema.parse([template]));
}

export const onLoan = (key: string) => answerKey("loan:L-1", key);
export const onBorrower = (key: string) => answerKey("borrower", key);

export function answered(values: Readonly<Record<string, string | readonly string[]>>): Answers {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));
}

/** A small borrower in good standing; a test says only what is different. */
export function circumstances(differences: Partial<Circumstances> = {}): Circumstances {
  return {
    tier: "normal",
    zone: "z1",
    exposure: "800000.00",
    inSeason: false,
    open: [],
    warnings: [],
    conditions: {},
    light: false,
    rotatingPerCheck: 4,
    unaskedFor: {},
    facts: {},
    carried: {},
    ...differences,
  };
}
