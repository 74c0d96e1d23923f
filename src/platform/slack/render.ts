/** A view as Slack blocks, within Slack's sizes (message 50 blocks, modal and Home tab 100). */
import type { KnownBlock } from "@slack/types";
import type { Button, Piece, View } from "../view.ts";
import { cleanText, clip, mrkdwnLine } from "./mrkdwn.ts";

const SECTION_TEXT = 3000;
const HEADER_TEXT = 150;
const BUTTON_TEXT = 75;
const FACTS_A_SECTION = 10;
const FIELD_TEXT = 2000;
const BUTTONS_A_ROW = 25;
const TABLE_ROWS = 100;

export interface RenderedMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function renderMessage(view: View): RenderedMessage {
  return { text: clip(cleanText(view.title), 3000), blocks: toBlocks(view.pieces, 50) };
}

/** Blocks for the pieces; what does not fit is cut at the last whole piece and said so by the caller's own paging. */
export function toBlocks(pieces: readonly Piece[], most: number): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const [index, piece] of pieces.entries()) {
    const next = pieceBlocks(piece, index);
    if (blocks.length + next.length > most) {
      break;
    }
    blocks.push(...next);
  }
  return blocks;
}

function pieceBlocks(piece: Piece, index: number): KnownBlock[] {
  switch (piece.kind) {
    case "heading":
      return [{ type: "header", text: plain(piece.text, HEADER_TEXT) }];
    case "line":
      return [section(mrkdwnLine(piece.text))];
    case "note":
      return [{ type: "context", elements: [{ type: "mrkdwn", text: clip(mrkdwnLine(piece.text), SECTION_TEXT) }] }];
    case "item":
      return itemBlocks(piece, index);
    case "facts":
      return factBlocks(piece.facts);
    case "table":
      return [tableBlock(piece.columns, piece.rows)];
    case "buttons":
      return buttonRows(piece.buttons, index);
    case "divider":
      return [{ type: "divider" }];
  }
}

/** One button stands beside its line; several stand below it. */
function itemBlocks(piece: Extract<Piece, { kind: "item" }>, index: number): KnownBlock[] {
  const detail = piece.detail === undefined ? "" : `\n${mrkdwnLine(piece.detail)}`;
  const text = section(`${mrkdwnLine(piece.text)}${detail}`);
  const buttons = piece.buttons ?? [];
  const [only, ...others] = buttons;
  if (only === undefined) {
    return [text];
  }
  return others.length === 0
    ? [{ ...text, accessory: buttonElement(only, `${index}`) }]
    : [text, ...buttonRows(buttons, index)];
}

function factBlocks(facts: readonly (readonly [string, string])[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let start = 0; start < facts.length; start += FACTS_A_SECTION) {
    blocks.push({
      type: "section",
      fields: facts.slice(start, start + FACTS_A_SECTION).map(([label, value]) => ({
        type: "mrkdwn" as const,
        text: clip(mrkdwnLine([{ bold: label }, "\n", value]), FIELD_TEXT),
      })),
    });
  }
  return blocks;
}

function tableBlock(columns: readonly string[], rows: readonly (readonly string[])[]): KnownBlock {
  const cell = (text: string) => ({ type: "raw_text" as const, text: cleanText(text) === "" ? " " : cleanText(text) });
  return { type: "table", rows: [columns, ...rows].slice(0, TABLE_ROWS).map((row) => row.map(cell)) };
}

function buttonRows(buttons: readonly Button[], index: number): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW) {
    const elements = buttons
      .slice(start, start + BUTTONS_A_ROW)
      .map((one, at) => buttonElement(one, `${index}.${start + at}`));
    rows.push({ type: "actions", elements });
  }
  return rows;
}

/** Slack wants action ids to differ within a block; the listener reads up to the first `#`. */
function buttonElement(button: Button, place: string) {
  const { confirm } = button;
  return {
    type: "button" as const,
    text: plain(button.text, BUTTON_TEXT),
    action_id: `${button.action}#${place}`,
    value: button.value,
    ...(button.style === undefined ? {} : { style: button.style }),
    ...(button.url === undefined ? {} : { url: button.url }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(confirm.title, 100),
            text: plain(confirm.text, 300),
            confirm: plain(confirm.yes, 30),
            deny: plain(confirm.no, 30),
          },
        }),
  };
}

function section(text: string) {
  return { type: "section" as const, text: { type: "mrkdwn" as const, text: clip(text, SECTION_TEXT) || " " } };
}

export function plain(text: string, most: number) {
  return { type: "plain_text" as const, text: clip(cleanText(text), most) || " ", emoji: false };
}
