import type { WorthListName } from "../../../domain/digest/worth-lists.ts";
import type { Average, Estimate, Side } from "../../../domain/worth/comparison.ts";
import { heading, line, note, type Piece } from "../../../platform/view.ts";
import { moneyText } from "../../../texts/money.ts";
import type { Digest } from "../digest.ts";
import { listButton, listText } from "../figure-pieces.ts";
import type { Worth } from "../worth/index.ts";
import type { Section, Telling } from "./index.ts";

/** What early finding was worth (R51, R55). Nothing where no case ended and no keeper saw a risk first. */
export const worth: Section = (telling, digest) => {
  const { worth: found, times } = digest;
  const closed = times.resolved.count;
  if (found === undefined || (closed === 0 && found.foundEarly === 0 && found.stated === 0)) {
    return [];
  }
  const { t } = telling;
  const { early, late, estimate } = found.compared;
  return [
    heading(t("digest.worth")),
    ...counts(telling, digest, [
      ["found_early", found.foundEarly],
      ["cases_stated", found.stated],
      ["cases_unstated", Math.max(0, closed - found.stated)],
      ["cases_early", early.cases],
      ["cases_late", late.cases],
    ]),
    line(sideText(telling, found, "early", early)),
    line(sideText(telling, found, "late", late)),
    line(estimateText(telling, found, estimate)),
    note(t("digest.worth.leads")),
  ];
};

function counts(telling: Telling, digest: Digest, figures: readonly (readonly [WorthListName, number])[]): Piece[] {
  if (telling.shows === "text" || telling.shows === "picture") {
    return [line(figures.map(([name, count]) => listText(telling.t, name, count)).join("\n"))];
  }
  const some = figures.filter(([, count]) => count > 0);
  const buttons = some.map(([name, count]) => listButton(telling, digest, name, count));
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}

function sideText(telling: Telling, { currency, lateFrom }: Worth, side: "early" | "late", of: Side): string {
  const average = (one: Average | undefined) =>
    one === undefined
      ? telling.t("case_cost.not_recorded")
      : telling.t("digest.worth.average", {
          amount: moneyText(telling.language, { minor: one.mean, currency }),
          cases: one.of,
        });
  return telling.t(`digest.worth.${side}`, { days: lateFrom, cost: average(of.cost), loss: average(of.loss) });
}

/** Never a bare figure: that it is an estimate, and of what, stands with it. */
function estimateText({ t, language }: Telling, { currency }: Worth, estimate: Estimate): string {
  const { early, late } = estimate;
  return estimate.says === "too_few"
    ? t("digest.worth.too_few", { least: estimate.least, early, late })
    : t("digest.worth.avoided", { amount: moneyText(language, { minor: estimate.minor, currency }), early, late });
}
