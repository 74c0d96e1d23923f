/** `/postloan dates`. Pure. */
import { KEY_DATE_KINDS, type Language, type Money } from "../../domain/vocabulary.ts";
import { bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dayText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { moneyText } from "../../texts/money.ts";
import { customerButton } from "../named-customers/index.ts";
import { instalmentWords } from "./instalments.ts";
import type { KeyDateList, ListedKeyDate } from "./list.ts";

interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

export function keyDateListView(reader: Reader, list: KeyDateList): View {
  const { t, language } = reader;
  const title = t("key_date.list");
  const counts = KEY_DATE_KINDS.flatMap((kind) => {
    const of = list.counts[kind];
    return of === undefined ? [] : [t("key_date.count", { kind: t(`key_date.kind.${kind}`), ...of })];
  });
  return {
    title,
    pieces: [
      heading(title),
      ...(counts.length === 0 ? [line(t("key_date.none"))] : [line(counts.join(language === "en" ? "; " : "；"))]),
      ...list.dates.map((date) => datePiece(reader, date, list.today)),
      ...(list.more === 0 ? [] : [note(t("desk.more", { count: list.more }))]),
      heading(t("key_date.month")),
      line(t("key_date.lapsed", { rating: list.month.ratingDays, overdue: list.month.shortOverdueDays })),
      line([bold(t("key_date.bound", { amount: moneyText(language, list.month.bound) }))]),
      note(t("key_date.estimate")),
    ],
    json: {
      today: list.today,
      counts: list.counts,
      dates: list.dates.map(({ kind, borrowerNumber, reference, dueOn, instalment }) => ({
        kind,
        borrower: borrowerNumber,
        reference,
        due_on: dueOn,
        ...minor("principal_minor", instalment?.principal),
        ...minor("interest_minor", instalment?.interest),
      })),
      lapsed_rating_days: list.month.ratingDays,
      short_overdue_days: list.month.shortOverdueDays,
      estimated_capital_bound_minor: String(list.month.bound.minor),
    },
  };
}

function minor(name: string, sum: Money | undefined): Record<string, string> {
  return sum === undefined ? {} : { [name]: String(sum.minor) };
}

function datePiece({ t, language }: Reader, date: ListedKeyDate, today: string): Piece {
  const when = { date: dayText(language, date.dueOn) };
  const what = t(date.dueOn < today ? `key_date.past.${date.kind}` : `key_date.ahead.${date.kind}`, when);
  const sums = date.instalment === undefined ? [] : instalmentWords({ t, language }, date.instalment);
  const words = [date.borrowerNumber, date.reference, ...sums, date.keeper ?? t("desk.with_nobody")];
  return {
    kind: "item",
    text: [bold(date.borrowerName), " · ", what],
    detail: [quiet([...new Set(words)].join(" · "))],
    more: [customerButton({ t }, date.borrowerNumber)],
  };
}
