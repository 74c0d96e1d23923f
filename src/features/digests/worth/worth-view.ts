/** What early finding was worth, as people read it: how many cases of each kind, with their lists, early beside late, and an estimate. Pure. */
import type { WorthListName } from "../../../domain/digest/worth-lists.ts";
import type { Average, Estimate, Side } from "../../../domain/worth/comparison.ts";
import type { Context } from "../../../platform/context.ts";
import { type Button, heading, line, note, type Piece } from "../../../platform/view.ts";
import { moneyText } from "../../../texts/money.ts";
import { listButton } from "../figure-pieces.ts";
import { OPEN_WORTH } from "../ids.ts";
import { opensDigest, scopeName } from "../links.ts";
import type { DigestPlace } from "../place.ts";
import type { Worth } from "./worth.ts";

type Reader = Pick<Context, "t" | "language">;

export function worthPieces(reader: Reader, found: Worth): Piece[] {
  const { t } = reader;
  const { early, late, estimate } = found.compared;
  const back = opensDigest(t("digest.up", { name: scopeName(t, found.scope) }), found.place);
  return [
    heading(t("digest.worth")),
    { kind: "buttons", buttons: [...listButtons(reader, found), back] },
    line(sideText(reader, found, "early", early)),
    line(sideText(reader, found, "late", late)),
    line(estimateText(reader, found, estimate)),
    note(t("digest.worth.leads")),
  ];
}

/** What opens it, below a unit's digest. */
export function worthButton({ t }: Pick<Reader, "t">, place: DigestPlace): Button {
  return { text: t("digest.worth"), action: OPEN_WORTH, value: JSON.stringify(place) };
}

function listButtons(reader: Reader, { place, stated, unstated, foundEarly, compared }: Worth): Button[] {
  const counts: readonly (readonly [WorthListName, number])[] = [
    ["found_early", foundEarly],
    ["cases_stated", stated],
    ["cases_unstated", unstated],
    ["cases_early", compared.early.cases],
    ["cases_late", compared.late.cases],
  ];
  return counts.filter(([, count]) => count > 0).map(([name, count]) => listButton(reader, place, name, count));
}

function sideText(reader: Reader, { currency, lateFrom }: Worth, side: "early" | "late", of: Side): string {
  const average = (one: Average | undefined) =>
    one === undefined
      ? reader.t("case_cost.not_recorded")
      : reader.t("digest.worth.average", {
          amount: moneyText(reader.language, { minor: one.mean, currency }),
          cases: one.of,
        });
  return reader.t(`digest.worth.${side}`, { days: lateFrom, cost: average(of.cost), loss: average(of.loss) });
}

/** Never a bare figure: that it is an estimate, and of what, stands with it. */
function estimateText({ t, language }: Reader, { currency }: Worth, estimate: Estimate): string {
  const { early, late } = estimate;
  return estimate.says === "too_few"
    ? t("digest.worth.too_few", { least: estimate.least, early, late })
    : t("digest.worth.avoided", { amount: moneyText(language, { minor: estimate.minor, currency }), early, late });
}
