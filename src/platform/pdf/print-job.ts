/** A document before it is drawn: plain values that go to the thread which draws. All text is plain; nothing in it is markup. */
import type { LineChart } from "./line-chart.ts";

export interface Imprint {
  readonly title: string;
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  readonly madeAt: Date;
}

export interface Column {
  readonly title: string;
  /** Its part of the page's width; the shares of all columns are summed. */
  readonly share: number;
  readonly align?: "left" | "right";
}

export interface TextLook {
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly colour?: string;
}

/** What somebody signs, on one page, so that they see what they tick. */
export interface Signing {
  readonly declarations: readonly string[];
  readonly choices: readonly string[];
  readonly signer: string;
  readonly signature: string;
  readonly date: string;
  /** In the QR code. */
  readonly code: string;
  /** Below it: what it is. */
  readonly codeSays: string;
  readonly fingerprint: string;
}

export type Operation =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "line"; readonly text: string; readonly look: TextLook }
  | { readonly kind: "space"; readonly points: number }
  | { readonly kind: "facts"; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** Beside each other, on one page. */
  | { readonly kind: "charts"; readonly charts: readonly LineChart[] }
  /** Paragraphs with a QR code on their right, and below it what it is. */
  | { readonly kind: "proof"; readonly paragraphs: readonly string[]; readonly code: string; readonly codeSays: string }
  | { readonly kind: "signing"; readonly signing: Signing };

export interface PrintJob {
  readonly imprint: Imprint;
  readonly operations: readonly Operation[];
}

/** A rectangle in points, from the page's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const INK = "#1d1c1d";
export const GREY = "#616061";
export const RULE = "#c9c9c9";
