/** The list of overrides as people read it. Pure. */

import type { Language } from "../../domain/vocabulary.ts";
import { bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { OPEN_OVERRIDE } from "../morning/index.ts";
import { customerButton } from "../named-customers/index.ts";
import type { OverrideLine, OverrideList } from "./list.ts";

export interface Reader {
  readonly t: Translate;
  readonly language: Language;
  readonly timeZone: string;
}

export function overrideListView(reader: Reader, list: OverrideList): View {
  const { t } = reader;
  const title = t("override.list.title", { months: list.months });
  const pieces: Piece[] =
    list.lines.length === 0
      ? [line(t("override.list.nothing"))]
      : [
          heading(t("override.list.officers")),
          ...list.officers.map(({ name, all, asked, granted, declined }) =>
            line([bold(name), " · ", t("override.list.counts", { all, asked, granted, declined })]),
          ),
          heading(t("override.list.each")),
          ...list.lines.map((one) => linePiece(reader, one)),
          ...(list.more === 0 ? [] : [note(t("desk.more", { count: list.more }))]),
        ];
  return { title, pieces: [line(title), ...pieces], json: listJson(list) };
}

function linePiece({ t, language, timeZone }: Reader, one: OverrideLine): Piece {
  const decided =
    one.state === "asked"
      ? t("override.list.waits")
      : one.decidedBy === undefined
        ? t("override.list.overtaken")
        : t(one.state === "granted" ? "override.granted_by" : "override.declined_by", { name: one.decidedBy });
  const asked = t("override.list.asked", { name: one.askedBy, moment: momentText(language, one.askedAt, timeZone) });
  return {
    kind: "item",
    text: [bold(one.customer), " · ", one.inspectionNumber, " · ", t(`override.list.rule.${one.rule}`), " · ", decided],
    detail: [quiet(`${asked} · ${one.reason}`)],
    buttons: [{ text: t("measure.open"), action: OPEN_OVERRIDE, value: one.id }],
    more: [customerButton({ t }, one.inspectionNumber)],
  };
}

/** What scripts read: snake_case, no words. */
function listJson({ months, officers, lines }: OverrideList): unknown {
  return {
    months,
    officers,
    overrides: lines.map(({ inspectionNumber, rule, askedBy, askedAt, state, decidedBy }) => ({
      inspection: inspectionNumber,
      rule,
      asked_by: askedBy,
      asked_at: askedAt.toISOString(),
      state,
      decided_by: decidedBy ?? null,
    })),
  };
}
