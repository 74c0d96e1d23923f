/** The form on which somebody chooses what of the register they want, and reads it back. Pure. */
import type { InputBlock, PlainTextOption } from "@slack/types";
import { z } from "zod";
import { LEDGER_CATEGORIES } from "../../domain/ledger/events.ts";
import { LEDGER_FORMATS, type LedgerFilters, type LedgerFormat, ledgerFilters } from "../../domain/ledger/filters.ts";
import { CUSTOMER_TYPES, PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import type { TextKey, Translate } from "../../texts/index.ts";
import { LEDGER_FORM } from "./ids.ts";

export const UNIT_FIELD = "unit";
export const TO_FIELD = "to";
const VALUE = "value";

/** `unitName`: of the unit that was typed. */
export function ledgerForm(t: Translate, chosen: LedgerFilters, unitName: string): ModalView {
  return {
    callbackId: LEDGER_FORM,
    title: t("ledger.title"),
    submit: t("ledger.form.submit"),
    close: t("words.cancel"),
    blocks: [
      ...toBlocks([line(t("ledger.form.about"))], 1),
      menu(t, "category", LEDGER_CATEGORIES, "ledger.category", chosen.category),
      menu(t, "customer_type", CUSTOMER_TYPES, "ledger.customer_type", chosen.customerType),
      menu(t, "product", PRODUCTS, "product", chosen.product),
      menu(t, "tier", RISK_TIERS, "tier", chosen.tier),
      unitBlock(t, unitName),
      dateBlock("from", t("ledger.form.from"), chosen.from),
      dateBlock(TO_FIELD, t("ledger.form.to"), chosen.to),
      formatBlock(t),
    ],
  };
}

type Listed = "ledger.category" | "ledger.customer_type" | "product" | "tier";

function menu<const Words extends readonly string[]>(
  t: Translate,
  column: "category" | "customer_type" | "product" | "tier",
  words: Words,
  listed: Listed,
  chosen: string | undefined,
): InputBlock {
  const options = words.map((word) => option(t(`${listed}.${word}` as TextKey), word));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "input",
    block_id: column,
    optional: true,
    label: plain(t(`ledger.column.${column}`), 200),
    element: {
      type: "static_select",
      action_id: VALUE,
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

function unitBlock(t: Translate, name: string): InputBlock {
  return {
    type: "input",
    block_id: UNIT_FIELD,
    optional: true,
    label: plain(t("ledger.form.unit"), 200),
    element: { type: "plain_text_input", action_id: VALUE, ...(name === "" ? {} : { initial_value: name }) },
  };
}

function dateBlock(field: string, label: string, chosen: string | undefined): InputBlock {
  return {
    type: "input",
    block_id: field,
    optional: true,
    label: plain(label, 200),
    element: { type: "datepicker", action_id: VALUE, ...(chosen === undefined ? {} : { initial_date: chosen }) },
  };
}

function formatBlock(t: Translate): InputBlock {
  const options = LEDGER_FORMATS.map((format) => option(t(`ledger.format.${format}`), format));
  const [first] = options;
  return {
    type: "input",
    block_id: "format",
    label: plain(t("ledger.form.format"), 200),
    element: {
      type: "radio_buttons",
      action_id: VALUE,
      options,
      ...(first === undefined ? {} : { initial_option: first }),
    },
  };
}

const option = (text: string, value: string): PlainTextOption => ({ text: plain(text, 75), value });

const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export interface ChosenLedger {
  readonly filters: LedgerFilters;
  /** As typed; nothing where it was left empty. */
  readonly unit: string | undefined;
  readonly format: LedgerFormat;
}

export function readLedgerForm(values: ViewState): ChosenLedger {
  const said = (field: string): string | undefined => {
    const read = element.safeParse(values[field]?.[VALUE]);
    const { value, selected_date, selected_option } = read.data ?? {};
    return (value ?? selected_date ?? selected_option?.value)?.trim() || undefined;
  };
  return {
    filters: ledgerFilters.parse({
      category: said("category"),
      customerType: said("customer_type"),
      product: said("product"),
      tier: said("tier"),
      from: said("from"),
      to: said(TO_FIELD),
    }),
    unit: said(UNIT_FIELD),
    format: LEDGER_FORMATS.find((format) => format === said("format")) ?? "xlsx",
  };
}
