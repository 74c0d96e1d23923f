/** Limits as people read them. Pure. */
import type { Passed } from "../../domain/limits.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { bold, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { moneyText } from "../../texts/money.ts";
import { customerButton } from "../named-customers/index.ts";
import type { ListedLimit } from "./list.ts";

export interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

/** On the first step of a check and on the reviewer's screen. */
export function limitNotes(passed: readonly Passed[], { t, language }: Reader): Piece[] {
  return passed.map(({ title, used, most }) =>
    note([
      bold(t("limit.passed")),
      " ",
      t("limit.used", { title: title[language], used: moneyText(language, used), most: moneyText(language, most) }),
    ]),
  );
}

export function limitItem(one: ListedLimit, { t, language }: Reader, timeZone: string): Piece {
  const percent = one.most.minor === 0n ? 0 : Number((one.used.minor * 1000n) / one.most.minor) / 10;
  const since =
    one.passedSince === null
      ? t("limit.kept", { percent })
      : t("limit.passed_since", { percent, moment: momentText(language, one.passedSince, timeZone) });
  const title = one.title?.[language] ?? one.limitKey;
  return {
    kind: "item",
    text: [bold(one.of ?? t("limit.whole_lender")), " · ", title],
    detail: [
      quiet(`${moneyText(language, one.used)} / ${moneyText(language, one.most)} · `),
      one.passedSince === null ? quiet(since) : bold(since),
    ],
    more: one.customerId === undefined ? [] : [customerButton({ t }, one.customerId)],
  };
}
