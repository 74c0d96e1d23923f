/** Colours, letters and the pen that all parts of a picture share. Lengths are points; the picture has two pixels for each. */
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { BOLD_FONT_FILE, FONT_FILE } from "../../pdf/fonts.ts";

export type Pen = SKRSContext2D;

export const INK = "#1d1c1d";
export const GREY = "#616061";
export const FAINT = "#e6e6e6";
export const PAPER = "#ffffff";
export const TILE = "#f6f6f6";
/** Told apart by people who confuse red and green, and on a printer: dark and light take turns. */
export const SERIES = ["#1264a3", "#e8912d", "#2e8b6f", "#8e5ba6", "#b3392f", "#7a7a7a"] as const;

export const colourOf = (at: number): string => SERIES[at % SERIES.length] ?? INK;

const REGULAR = "afterloan";
const BOLD = "afterloan bold";
export const PIXELS = 2;

let isLoaded = false;

/** Throws where the typeface that comes with the program is missing. */
function loadLetters(): void {
  if (isLoaded) return;
  for (const [file, family] of [
    [FONT_FILE, REGULAR],
    [BOLD_FONT_FILE, BOLD],
  ] as const) {
    if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`no typeface in ${file}`);
  }
  isLoaded = true;
}

export function blankPicture(width: number, height: number) {
  loadLetters();
  const canvas = createCanvas(width * PIXELS, Math.ceil(height) * PIXELS);
  const pen = canvas.getContext("2d");
  pen.scale(PIXELS, PIXELS);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  return { canvas, pen };
}

export interface Letters {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
}

function take(pen: Pen, { size, bold = false, colour = INK, align = "left" }: Letters): void {
  pen.font = `${size}px "${bold ? BOLD : REGULAR}"`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
}

/** `y` is the line's foot. What is wider than `width` is cut, with an ellipsis. */
export function write(pen: Pen, text: string, place: { x: number; y: number; width?: number }, letters: Letters): void {
  take(pen, letters);
  pen.fillText(place.width === undefined ? text : cut(pen, text, place.width), place.x, place.y);
}

export function widthOf(pen: Pen, text: string, letters: Letters): number {
  take(pen, letters);
  return pen.measureText(text).width;
}

function cut(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  const all = [...text];
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measureText(`${all.slice(0, middle).join("")}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${all.slice(0, low).join("")}…`;
}

/** Broken between words, and between any two Chinese characters. */
export function linesOf(pen: Pen, text: string, width: number, letters: Letters): string[] {
  take(pen, letters);
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let current = "";
    for (const word of paragraph.match(WORDS) ?? []) {
      if (current !== "" && pen.measureText(current + word.trimEnd()).width > width) {
        lines.push(current.trimEnd());
        current = word.trimStart();
      } else current += word;
    }
    return [...lines, current.trimEnd()];
  });
}

/** A Chinese character with the marks that must not begin a line, or everything up to the next blank. */
const WORDS = /[\u2e80-\u9fff\uf900-\uffef][、。，；：！？）」』】]*|[^\s\u2e80-\u9fff\uf900-\uffef]+\s*|\s+/gu;

/** A part of a picture: how much room it takes, and how it is drawn there. */
export interface Block {
  readonly height: number;
  draw(pen: Pen, x: number, y: number): void;
}

const grouping = new Intl.NumberFormat("en");

/** A number as all three languages write it: 15,412. */
export const numberText = (value: number): string => grouping.format(value);
