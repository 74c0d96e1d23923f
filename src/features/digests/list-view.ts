/** What a figure counts, as lines. Pure. */
import { type Button, bold, type Line, line, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { OPEN_MEASURE } from "../measures/index.ts";
import { OPEN_OVERRIDE } from "../morning/index.ts";
import { customerButton } from "../named-customers/index.ts";
import { SHOW_REPORT } from "../reviews/index.ts";
import { OPEN_SIGNAL } from "../signals/index.ts";
import { figureLabel } from "./figure-pieces.ts";
import { OPEN_LIST } from "./ids.ts";
import { opensDigest, scopeName } from "./links.ts";
import type { FigureList, ListedLine } from "./lists/index.ts";
import type { Telling } from "./sections/index.ts";

type Reader = Pick<Telling, "t" | "language">;

export function listPieces(reader: Reader, list: FigureList): Piece[] {
  const { t } = reader;
  const { place, scope, figure, lines } = list;
  const back = opensDigest(t("digest.up", { name: scopeName(t, scope) }), { of: place.of, days: place.days });
  return [
    { kind: "heading", text: figureLabel(t, figure) },
    ...(lines.length === 0 ? [line(t("digest.list_empty"))] : lines.map((one) => listLine(reader, one))),
    { kind: "buttons", buttons: [...pages(reader, list), back] },
  ];
}

export function listLine(reader: Reader, listed: ListedLine): Piece {
  const { text, detail } = wordsOf(reader, listed);
  const button = buttonOf(reader.t, listed);
  const more = [customerButton(reader, listed.card)];
  return { kind: "item", text, detail: [quiet(detail)], ...(button === undefined ? {} : { buttons: [button] }), more };
}

/** The same without a button. */
export function lineText(reader: Reader, listed: ListedLine): Line {
  const { text, detail } = wordsOf(reader, listed);
  return [...text, "\n", quiet(detail)];
}

function wordsOf({ t, language }: Reader, { number, customer, person, on, said }: ListedLine) {
  const text = [bold(customer), ...(said === undefined ? [] : [" · ", said])];
  return { text, detail: [number, dateText(language, on), person ?? t("digest.nobody")].join(" · ") };
}

function buttonOf(
  t: Reader["t"],
  { id, number, opens }: Pick<ListedLine, "id" | "number" | "opens">,
): Button | undefined {
  const text = t("digest.open");
  switch (opens) {
    case "report":
      return { text, action: SHOW_REPORT, value: number };
    case "measure":
      return { text, action: OPEN_MEASURE, value: id };
    case "override":
      return { text, action: OPEN_OVERRIDE, value: id };
    case "signal":
      return { text, action: OPEN_SIGNAL, value: id };
    case "nothing":
      return undefined;
  }
}

function pages({ t }: Reader, { place, hasMore }: FigureList): Button[] {
  const to = (text: string, page: number): Button => ({
    text,
    action: OPEN_LIST,
    value: JSON.stringify({ ...place, page }),
  });
  return [
    ...(place.page > 0 ? [to(t("digest.earlier"), place.page - 1)] : []),
    ...(hasMore ? [to(t("digest.later"), place.page + 1)] : []),
  ];
}
