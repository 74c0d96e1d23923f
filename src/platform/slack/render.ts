/** A view as Slack blocks, within Slack's sizes (message 50 blocks, modal and Home tab 100). */
import type { KnownBlock } from "@slack/types";
import { isPlain, plainPieces } from "../plain-pieces.ts";
import type { Button, Line, Menu, Piece, View } from "../view.ts";
import { type ChartBlock, chartBlocks, dataTableBlocks } from "./data-blocks.ts";
import { gathered } from "./gathered.ts";
import { cleanText, clip, escapeMrkdwn, mrkdwnLine } from "./mrkdwn.ts";
import { MENU } from "./payload.ts";

const MESSAGE_BLOCKS = 50;
const HOME_BLOCKS = 100;
/** A view may have 250 kB as JSON; a Chinese character has three bytes, and blocks have bodies. */
const HOME_TEXT = 60_000;
/** Slack documents no number; users measured 13,200 characters in all blocks of a message together. */
const MESSAGE_TEXT = 12_000;
const SECTION_TEXT = 3000;
const NOTE_TEXT = 2000;
const HEADER_TEXT = 150;
const BUTTON_TEXT = 75;
const FACTS_A_SECTION = 10;
/** Slack takes 2,000; ten of those would be more than a whole message may hold. */
const FIELD_TEXT = 1000;
const BUTTONS_A_ROW = 25;
const MENU_OPTIONS = 100;
const MENU_PROMPT = 150;
/** Buttons of a line before what else may be opened goes into a menu; a menu takes five entries. */
const FULL_ROW = 4;
const MENU_ENTRIES = 5;
const TABLE_ROWS = 100;
const TABLE_COLUMNS = 20;
const CELL_TEXT = 500;

type MessageBlock = KnownBlock | ChartBlock;
export type HomeBlocks = MessageBlock[];
type PlainPiece = Exclude<Piece, { kind: "chart" }>;

export interface RenderedMessage {
  readonly text: string;
  readonly blocks: MessageBlock[];
}

/** The title is what notifications show, and all that is left where Slack will not draw the blocks: it is escaped too. */
export function renderMessage(view: View): RenderedMessage {
  return { text: titleOf(view), blocks: fitted(gathered(view.pieces), messageBlocks, MESSAGE_BLOCKS, MESSAGE_TEXT) };
}

/** The same in blocks that every Slack draws, for where the newer ones were refused; nothing where it has none of those. */
export function renderPlainer(view: View): RenderedMessage | undefined {
  return isPlain(view.pieces)
    ? undefined
    : { text: titleOf(view), blocks: toBlocks(view.pieces, MESSAGE_BLOCKS, MESSAGE_TEXT) };
}

const titleOf = ({ title }: View) => clip(escapeMrkdwn(title), SECTION_TEXT) || " ";

/** The Home tab, and the same in blocks that every Slack draws. */
export function renderHome(pieces: readonly Piece[]): { readonly blocks: HomeBlocks; readonly plainer: KnownBlock[] } {
  return {
    blocks: fitted(gathered(pieces), messageBlocks, HOME_BLOCKS, HOME_TEXT),
    plainer: toBlocks(pieces, HOME_BLOCKS, HOME_TEXT),
  };
}

/** For modals, in blocks that stand there for certain: charts and tables that can be sorted are words. */
export function toBlocks(
  pieces: readonly Piece[],
  mostBlocks: number,
  mostText = Number.POSITIVE_INFINITY,
): KnownBlock[] {
  return fitted(gathered(plainPieces(pieces)), pieceBlocks, mostBlocks, mostText);
}

/**
 * Blocks for the pieces. Where they do not fit, what else might be opened from a line goes first; then whole pieces are left out
 * at the end and three dots say so.
 */
function fitted<P extends Piece, B extends KnownBlock | ChartBlock>(
  pieces: readonly P[],
  blocksOf: (piece: P, index: number) => B[],
  mostBlocks: number,
  mostText: number,
): (B | KnownBlock)[] {
  const fits = (blocks: readonly (B | KnownBlock)[]) => blocks.length <= mostBlocks && textSize(blocks) <= mostText;
  const whole = pieces.flatMap(blocksOf);
  if (fits(whole)) {
    return whole;
  }
  const drawn = pieces.map(withoutMore).map(blocksOf);
  const all = drawn.flat();
  if (fits(all)) {
    return all;
  }
  const more = noteBlocks("…");
  const blocks: (B | KnownBlock)[] = [];
  for (const next of drawn) {
    if (!fits([...blocks, ...next, ...more])) {
      break;
    }
    blocks.push(...next);
  }
  return [...blocks, ...more];
}

const withoutMore = <P extends Piece>(piece: P): P => (piece.kind === "item" ? { ...piece, more: [] } : piece);

/** Characters of every text in the blocks, as Slack counts them together. */
function textSize(value: unknown): number {
  if (typeof value !== "object" || value === null) {
    return 0;
  }
  return Object.entries(value).reduce(
    (sum, [name, child]) => sum + (name === "text" && typeof child === "string" ? child.length : textSize(child)),
    0,
  );
}

function messageBlocks(piece: Piece, index: number): MessageBlock[] {
  if (piece.kind === "chart") {
    return chartBlocks(piece.title, piece.chart);
  }
  return piece.kind === "table" && piece.caption !== undefined
    ? dataTableBlocks(piece.caption, piece)
    : pieceBlocks(piece, index);
}

function pieceBlocks(piece: PlainPiece, index: number): KnownBlock[] {
  switch (piece.kind) {
    case "heading":
      return [{ type: "header", text: plain(piece.text, HEADER_TEXT) }];
    case "line":
      return [section(mrkdwn(piece.text, SECTION_TEXT))];
    case "note":
      return noteBlocks(piece.text);
    case "item":
      return itemBlocks(piece, index);
    case "facts":
      return factBlocks(piece.facts);
    case "table":
      return tableBlocks(piece.columns, piece.rows);
    case "buttons":
      return buttonRows(piece.buttons, index);
    case "menus":
      return menuRow(piece.menus, index);
    case "divider":
      return [{ type: "divider" }];
  }
}

function noteBlocks(text: Line): KnownBlock[] {
  return [{ type: "context", elements: [mrkdwn(text, NOTE_TEXT)] }];
}

/** One button stands beside its line; several stand below it, and what else may be opened after them. */
function itemBlocks(piece: Extract<Piece, { kind: "item" }>, index: number): KnownBlock[] {
  const text = section(
    mrkdwn([...spans(piece.text), ...(piece.detail === undefined ? [] : ["\n", ...spans(piece.detail)])], SECTION_TEXT),
  );
  const { buttons = [], more = [] } = piece;
  const isFull = buttons.length + more.length > FULL_ROW && more.length > 0;
  const row = isFull ? buttons : [...buttons, ...more];
  const [only, ...others] = row;
  if (only === undefined) {
    return [text];
  }
  // What is to be done stays beside its line.
  if (buttons.length === 1 && more.length > 0) {
    return [{ ...text, accessory: buttonElement(only, `${index}`) }, ...buttonRows(more, index)];
  }
  if (others.length === 0 && !isFull) {
    return [{ ...text, accessory: buttonElement(only, `${index}`) }];
  }
  return isFull ? [text, ...fullRow(row, more, index)] : [text, ...buttonRows(row, index)];
}

function fullRow(buttons: readonly Button[], more: readonly Button[], index: number): KnownBlock[] {
  const elements = [
    ...buttons.slice(0, BUTTONS_A_ROW - 1).map((one, at) => buttonElement(one, `${index}.${at}`)),
    {
      type: "overflow" as const,
      action_id: `${MENU}#${index}`,
      options: more.slice(0, MENU_ENTRIES).map(({ text, action, value }) => ({
        text: plain(text, BUTTON_TEXT),
        value: `${action} ${value}`,
      })),
    },
  ];
  return [{ type: "actions", elements }];
}

function factBlocks(facts: readonly (readonly [string, string])[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let start = 0; start < facts.length; start += FACTS_A_SECTION) {
    blocks.push({
      type: "section",
      fields: facts
        .slice(start, start + FACTS_A_SECTION)
        .map(([label, value]) => mrkdwn([{ bold: label }, "\n", value], FIELD_TEXT)),
    });
  }
  return blocks;
}

/** Every row is as wide as the heading: Slack refuses an empty one. */
function tableBlocks(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): KnownBlock[] {
  const cell = (text: string) => ({ type: "raw_text" as const, text: clip(cleanText(text), CELL_TEXT) || " " });
  const shown = columns.slice(0, TABLE_COLUMNS);
  const drawn = [shown, ...rows].slice(0, TABLE_ROWS).map((row) => shown.map((_, at) => cell(String(row[at] ?? ""))));
  return shown.length === 0 ? [] : [{ type: "table", rows: drawn }];
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

/** Slack takes no menu without an option. */
function menuRow(menus: readonly Menu[], index: number): KnownBlock[] {
  const elements = menus
    .filter(({ options }) => options.length > 0)
    .map(({ action, prompt, options, chosen }, at) => {
      const drawn = options
        .slice(0, MENU_OPTIONS)
        .map(({ text, value }) => ({ text: plain(text, BUTTON_TEXT), value }));
      const initial = drawn.find(({ value }) => value === chosen);
      return {
        type: "static_select" as const,
        action_id: `${action}#${index}.${at}`,
        placeholder: plain(prompt, MENU_PROMPT),
        options: drawn,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    });
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
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

function section(text: ReturnType<typeof mrkdwn>) {
  return { type: "section" as const, text };
}

/** `verbatim`: Slack makes no links and mentions of plain words. */
function mrkdwn(text: Line, most: number) {
  return { type: "mrkdwn" as const, text: mrkdwnLine(text, most) || " ", verbatim: true };
}

const spans = (text: Line) => (typeof text === "string" ? [text] : text);

export function plain(text: string, most: number) {
  return { type: "plain_text" as const, text: clip(cleanText(text), most) || " ", emoji: false };
}
