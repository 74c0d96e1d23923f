import type { Button, Line, Menu, Piece } from "../view.ts";

/** Below that many lines each keeps its own button. */
const A_LIST = 3;

/**
 * In a list, what else may be opened from each line (a customer's card) stands once, in a menu below: a button of its own under
 * every line would make the list twice as long. A line with several buttons keeps it among them.
 */
export function gathered<P extends Piece>(pieces: readonly P[]): (P | Listed)[] {
  const all: readonly Piece[] = pieces;
  const lines = all.filter(isGathered);
  const first = lines[0]?.more[0];
  if (lines.length < A_LIST || first === undefined) return [...pieces];
  const menu: Menu = { action: first.action, prompt: `${first.text}…`, options: optionsOf(lines, first) };
  const last = all.findLastIndex(isGathered);
  return pieces.flatMap((piece, at): (P | Listed)[] => {
    if (!isGathered(piece)) return [piece];
    const drawn = { ...piece, more: piece.more.filter(({ action }) => action !== first.action) };
    return at === last ? [drawn, { kind: "menus", menus: [menu] }] : [drawn];
  });
}

type Item = Extract<Piece, { kind: "item" }>;
type Listed = Item | Extract<Piece, { kind: "menus" }>;
type OneButtonLine = Item & { readonly more: readonly Button[] };

const isGathered = (piece: Piece): piece is OneButtonLine =>
  piece.kind === "item" && piece.buttons?.length === 1 && piece.more !== undefined && piece.more.length > 0;

/** Each once, by what stands first in its line. */
function optionsOf(lines: readonly OneButtonLine[], { action }: Button): { text: string; value: string }[] {
  const byValue = new Map<string, string>();
  for (const { text, more } of lines) {
    const value = more.find((one) => one.action === action)?.value;
    if (value !== undefined && !byValue.has(value)) byValue.set(value, nameIn(text));
  }
  return [...byValue].map(([value, text]) => ({ text, value }));
}

function nameIn(text: Line): string {
  if (typeof text === "string") return text;
  const name = text.find((span) => typeof span === "object" && "bold" in span) ?? text[0] ?? "";
  return typeof name === "string" ? name : "bold" in name ? name.bold : "";
}
