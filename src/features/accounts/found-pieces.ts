/** Found on a visit and not on record: said as such on the customer's card. Pure. */

import type { FoundMatter } from "../../domain/check/not-on-record.ts";
import { isoDate } from "../../domain/dates.ts";
import { COLLATERAL_KINDS } from "../../domain/templates/item.ts";
import type { Context } from "../../platform/context.ts";
import { oneOfOrNone } from "../../platform/stored-word.ts";
import { bold, heading, line, note, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { groupedDigits } from "../inspections/index.ts";
import type { FoundOnVisits } from "./found-on-visits.ts";

type Wording = Pick<Context, "t" | "language">;

export function foundPieces(wording: Wording, { number, visitedOn, matters }: FoundOnVisits): Piece[] {
  const { t, language } = wording;
  return [
    heading(t("account.not_on_record")),
    ...matters.map((matter) => matterPiece(wording, matter)),
    note(t("account.found_on", { number, date: dateText(language, isoDate(visitedOn)) })),
  ];
}

function matterPiece({ t }: Wording, { sort, name, kind, value }: FoundMatter): Piece {
  if (sort === "guarantor") return line([bold(name), " · ", quiet(t("account.guarantor"))]);
  const parts = [
    t(`collateral_kind.${oneOfOrNone(COLLATERAL_KINDS, kind ?? null) ?? "other"}`),
    ...(value === undefined ? [] : [t("check.amount.yuan", { number: groupedDigits(value) })]),
  ];
  return line([bold(name), " · ", quiet(parts.join(" · "))]);
}
