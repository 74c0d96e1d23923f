/** The columns of the register, and an entry as a row of them in the reader's language. */
import { isLedgerEvent } from "../../domain/ledger/events.ts";
import { KEY_DATE_KINDS, RISK_TIERS } from "../../domain/vocabulary.ts";
import type { Column, Row } from "../../platform/sheets/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { TextKey, Translate } from "../../texts/index.ts";
import type { LedgerEntry } from "./entries.ts";

const KINDS = {
  nth: "number",
  when: "datetime",
  on: "date",
  category: "text",
  event: "text",
  unit_code: "text",
  unit: "text",
  customer_number: "text",
  customer: "text",
  customer_type: "text",
  product: "text",
  tier: "text",
  number: "text",
  who: "text",
  drawn: "money",
  currency: "text",
  detail: "text",
} as const satisfies Readonly<Record<string, Column["kind"]>>;
type Name = keyof typeof KINDS;

const WIDE: Partial<Readonly<Record<Name, number>>> = { event: 28, unit: 24, customer: 32, detail: 32, number: 22 };
const isName = (name: string): name is Name => Object.hasOwn(KINDS, name);

export function ledgerColumns(t: Translate): Column[] {
  return Object.keys(KINDS)
    .filter(isName)
    .map((name) => ({
      title: t(`ledger.column.${name}`),
      kind: KINDS[name],
      ...(WIDE[name] === undefined ? {} : { width: WIDE[name] }),
    }));
}

/** `nameOf`: a person's, by id. */
export function ledgerRow(t: Translate, nth: number, entry: LedgerEntry, nameOf: (id: string) => string): Row {
  const { event, unit, customer, product, tier } = entry;
  const drawn = event.loans.drawn;
  return [
    nth,
    event.at,
    entry.on,
    t(`ledger.category.${entry.category ?? "other"}`),
    eventText(t, event.event),
    unit.code,
    unit.name,
    customer?.number,
    customer?.name,
    customer && t(`ledger.customer_type.${customer.type}`),
    product && t(`product.${product}`),
    tier && t(`tier.${tier}`),
    event.number ?? undefined,
    event.actorName ?? t("words.product"),
    drawn,
    drawn?.currency,
    detailText(t, event.detail ?? "", nameOf),
  ];
}

/** One that the program has learnt since is called as it is stored. */
export function eventText(t: Translate, event: string): string {
  return isLedgerEvent(event) ? t(`ledger.event.${event}`) : event;
}

function detailText(t: Translate, detail: string, nameOf: (id: string) => string): string | undefined {
  const [kind, first = "", second = ""] = detail.split(":");
  switch (kind) {
    case "due":
      return t("ledger.detail.due", { date: first });
    case "revision":
      return t("ledger.detail.revision", { number: first });
    case "told":
      return first === "" ? undefined : t("ledger.detail.told", { name: nameOf(first) });
    case "tier":
      return t("ledger.detail.tier", { from: tierText(t, first), to: tierText(t, second) });
    case "key_date":
      return `${t(`key_date.kind.${oneOf(KEY_DATE_KINDS, first)}`)}, ${t("ledger.detail.due", { date: second })}`;
    case "code":
    case "rule":
      return first;
    default:
      return undefined;
  }
}

const tierText = (t: Translate, tier: string): string => t(`tier.${oneOf(RISK_TIERS, tier)}` satisfies TextKey);
