/** Customers to keep who may leave, as lines; each opens its card. Pure. */
import type { Context } from "../../../platform/context.ts";
import { type Button, heading, line, note, type Piece } from "../../../platform/view.ts";
import { OPEN_KEEP } from "../ids.ts";
import { opensDigest, scopeName } from "../links.ts";
import { listLine } from "../list-view.ts";
import type { DigestPlace, KeepPlace } from "../place.ts";
import type { KeepList } from "./keep.ts";

type Reader = Pick<Context, "t" | "language">;

export function keepPieces(reader: Reader, { place, scope, rule, lines, hasMore }: KeepList): Piece[] {
  const { t } = reader;
  const { page, ...at } = place;
  const turn = (text: string, to: number): Button => ({ ...keepButton(reader, at, to), text });
  const buttons = [
    ...(page > 0 ? [turn(t("digest.earlier"), page - 1)] : []),
    ...(hasMore ? [turn(t("digest.later"), page + 1)] : []),
    opensDigest(t("digest.up", { name: scopeName(t, scope) }), at),
  ];
  return [
    heading(t("keep.title", { name: scopeName(t, scope) })),
    note(
      rule === undefined
        ? t("keep.no_rule")
        : t("keep.rule", { days: rule.matures_within_days, quiet: rule.quiet_after_days }),
    ),
    ...(lines.length === 0 ? [line(t("keep.none"))] : lines.map((one) => listLine(reader, one))),
    { kind: "buttons", buttons },
  ];
}

/** What opens it, below a digest. */
export function keepButton({ t }: Pick<Reader, "t">, at: DigestPlace, page = 0): Button {
  const place: KeepPlace = { ...at, page };
  return { text: t("keep.button"), action: OPEN_KEEP, value: JSON.stringify(place) };
}
