import { PACE_WEEKS } from "../../../domain/digest/load.ts";
import { bold, heading, line, note, type Piece } from "../../../platform/view.ts";
import { opensDigest, placeOf } from "../links.ts";
import type { Part } from "../parts.ts";
import type { Section, Telling } from "./index.ts";

const SHOWN = 10;

/** With whom: units right below, the unit's own people and nobody, each with a button to its own digest; and who has too much. */
export const whose: Section = (telling, digest) => {
  const { t } = telling;
  const { parts } = digest;
  if (parts.length === 0) {
    return [];
  }
  const shown = parts.slice(0, SHOWN);
  const { days } = placeOf(digest);
  const buttons = shown.map((part) => opensDigest(partName(telling, part), { of: part.ref, days }));
  return [
    heading(t("digest.whose")),
    ...(telling.asText
      ? shown.map((part) => line(t("digest.who_line", wordsOf(telling, part))))
      : [table(telling, shown)]),
    ...(parts.length > SHOWN ? [note(t("digest.more", { count: parts.length - SHOWN }))] : []),
    ...(telling.asText ? [] : [{ kind: "buttons", buttons } as const]),
    ...overloaded(telling, parts),
  ];
};

function table(telling: Telling, parts: readonly Part[]): Piece {
  const { t } = telling;
  const columns = [t("digest.column.who"), t("digest.column.late"), t("digest.column.soon"), t("digest.column.done")];
  const rows = parts.map((part) => [partName(telling, part), ...[part.late, part.dueSoon, part.done].map(String)]);
  return { kind: "table", columns, rows };
}

function overloaded(telling: Telling, parts: readonly Part[]): Piece[] {
  const { t } = telling;
  const people = parts.filter((part) => part.overloaded).slice(0, SHOWN);
  const told = people.map((part) => t("digest.who_line", wordsOf(telling, part)));
  return people.length === 0 ? [] : [line([bold(t("digest.overloaded")), "\n", told.join("\n")])];
}

const wordsOf = (telling: Telling, part: Part) => ({
  name: partName(telling, part),
  late: part.late,
  soon: part.dueSoon,
  done: part.done,
  weeks: PACE_WEEKS,
});

const partName = ({ t }: Telling, { ref, name }: Part) => (ref.kind === "nobody" ? t("digest.nobody") : name);
