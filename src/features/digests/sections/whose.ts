import { PACE_WEEKS } from "../../../domain/digest/load.ts";
import { bold, heading, line, note, type Piece, quiet } from "../../../platform/view.ts";
import type { Digest } from "../digest.ts";
import { listed, opensDigest, placeOf } from "../links.ts";
import type { Part } from "../parts.ts";
import type { Section, Telling } from "./index.ts";

const SHOWN = 10;
/** A table is sorted and paged by its reader, so it may hold more. */
const IN_TABLE = 100;
/** Shares of a pie: the worst, and the others together. */
const SLICES = 5;

/** With whom: units right below, the unit's own people and nobody, each with a button to its own digest; and who has too much. */
export const whose: Section = (telling, digest) => {
  const { t } = telling;
  const { parts } = digest;
  if (parts.length === 0) {
    return [];
  }
  const shown = { message: inMessage, picture: onPicture, modal: inModal, text: asText }[telling.shows](
    telling,
    digest,
  );
  const rest = parts.length - SHOWN;
  const more = rest > 0 ? [note(t("digest.more", { count: rest }))] : [];
  return [heading(t("digest.whose")), ...shown, ...more, ...overloaded(telling, parts)];
};

function inMessage(telling: Telling, digest: Digest): Piece[] {
  const buttons = digest.parts.slice(0, SHOWN).map((part) => opens(digest, part, partName(telling, part)));
  return [...shares(telling, digest.parts), table(telling, digest.parts), { kind: "buttons", buttons }];
}

function onPicture(telling: Telling, { parts }: Digest): Piece[] {
  // Nobody turns the pages of a picture.
  return [...shares(telling, parts), table(telling, parts, SHOWN)];
}

function inModal(telling: Telling, digest: Digest): Piece[] {
  const open = telling.t("digest.open");
  return digest.parts.slice(0, SHOWN).map((part) => ({
    kind: "item",
    text: [bold(partName(telling, part))],
    detail: [quiet(telling.t("digest.who_counts", wordsOf(part)))],
    buttons: [opens(digest, part, open)],
  }));
}

function asText(telling: Telling, { parts }: Digest): Piece[] {
  return parts.slice(0, SHOWN).map((part) => line(lineOf(telling, part)));
}

function shares(telling: Telling, parts: readonly Part[]): Piece[] {
  const late = parts.filter((part) => part.late > 0);
  if (late.length < 2) {
    return [];
  }
  const worst = late.slice(0, SLICES).map((part) => ({ label: partName(telling, part), value: part.late }));
  const others = late.slice(SLICES).reduce((sum, part) => sum + part.late, 0);
  const segments = [...worst, ...(others === 0 ? [] : [{ label: telling.t("digest.others"), value: others }])];
  return [{ kind: "chart", title: telling.t("digest.shares"), chart: { type: "pie", segments } }];
}

function table(telling: Telling, parts: readonly Part[], rowsShown = IN_TABLE): Piece {
  const { t } = telling;
  const columns = [t("digest.column.who"), t("digest.column.late"), t("digest.column.soon"), t("digest.column.done")];
  const rows = parts.slice(0, rowsShown).map((part) => [partName(telling, part), part.late, part.dueSoon, part.done]);
  return { kind: "table", caption: t("digest.parts"), columns, rows };
}

function overloaded(telling: Telling, parts: readonly Part[]): Piece[] {
  const names = parts.filter((part) => part.overloaded).map((part) => partName(telling, part));
  return names.length === 0
    ? []
    : [line([bold(telling.t("digest.overloaded")), "\n", listed(telling.language, names)])];
}

function opens(digest: Digest, { ref }: Part, text: string) {
  return opensDigest(text, { of: ref, days: placeOf(digest).days });
}

const lineOf = (telling: Telling, part: Part) =>
  telling.t("digest.figure_said", {
    name: partName(telling, part),
    figures: telling.t("digest.who_counts", wordsOf(part)),
  });

const wordsOf = ({ late, dueSoon, done }: Part) => ({ late, soon: dueSoon, done, weeks: PACE_WEEKS });

const partName = ({ t }: Telling, { ref, name }: Part) => (ref.kind === "nobody" ? t("digest.nobody") : name);
