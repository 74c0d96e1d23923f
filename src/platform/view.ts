/**
 * What a command or a message shows, before it becomes Slack blocks, terminal text or JSON. All strings are plain text
 * from anybody; only the renderers escape and format.
 */

/** A run of text, or a formatted one. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly quiet: string }
  | WebLink;
/** An address of ours; never one that somebody typed. */
export interface WebLink {
  readonly link: string;
  readonly text: string;
}
export type Line = string | readonly Span[];

export interface Button {
  readonly text: string;
  /** Listener id, `<feature>.<thing>`. */
  readonly action: string;
  readonly value: string;
  readonly style?: "primary" | "danger";
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly url?: string;
}

/** Narrows what is shown below it: tells its value as soon as one is chosen. */
export interface Menu {
  /** Listener id, `<feature>.<thing>`. */
  readonly action: string;
  /** What stands there while nothing is chosen. */
  readonly prompt: string;
  readonly options: readonly { readonly text: string; readonly value: string }[];
  /** The value of the option that is chosen now. */
  readonly chosen?: string | undefined;
}

/** With a caption it can be sorted and paged where Slack draws that; numbers stay numbers. */
export interface Table {
  readonly kind: "table";
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A trend, with a value of each series for each category, or the shares of one whole. */
export type Chart =
  | {
      readonly type: "bar" | "line";
      readonly categories: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  | { readonly type: "pie"; readonly segments: readonly { readonly label: string; readonly value: number }[] };

export type Piece =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "line"; readonly text: Line }
  | { readonly kind: "note"; readonly text: Line }
  /** A line of a list with what can be done about it. */
  | {
      readonly kind: "item";
      readonly text: Line;
      readonly detail?: Line;
      readonly buttons?: readonly Button[];
      /** What else may be opened from here: behind the buttons, in a menu where the row is full, left out where there is no room. */
      readonly more?: readonly Button[];
    }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [label: string, value: string])[] }
  | Table
  | { readonly kind: "chart"; readonly title: string; readonly chart: Chart }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | { readonly kind: "menus"; readonly menus: readonly Menu[] }
  | { readonly kind: "divider" };

/** The first lines of a list, and how much there is of it. */
export interface Excerpt {
  readonly count: number;
  readonly pieces: readonly Piece[];
}

export const NOTHING: Excerpt = { count: 0, pieces: [] };

export interface View {
  /** Also the notification text on lock screens: no customer's name in full. */
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** What `--json` prints in the terminal. */
  readonly json?: unknown;
  /** Made once the message has been sent, and put below it; the message says all of it in words where there is none. */
  readonly file?: () => Promise<FileBelow | undefined>;
}

export interface FileBelow {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What stands above the file. */
  readonly comment: string;
}

export const heading = (text: string): Piece => ({ kind: "heading", text });
export const line = (text: Line): Piece => ({ kind: "line", text });
export const note = (text: Line): Piece => ({ kind: "note", text });
export const divider: Piece = { kind: "divider" };
export const bold = (text: string): Span => ({ bold: text });
export const quiet = (text: string): Span => ({ quiet: text });

export function plainText(text: Line): string {
  return typeof text === "string" ? text : text.map(spanText).join("");
}

function spanText(span: Span): string {
  if (typeof span === "string") {
    return span;
  }
  if ("bold" in span) {
    return span.bold;
  }
  if ("link" in span) {
    return `${span.text}: ${span.link}`;
  }
  return "code" in span ? span.code : span.quiet;
}
