/** Many lines in few blocks, each within Slack's 3,000 characters after escaping. Pure. */
import { mrkdwnLine } from "../../platform/slack/mrkdwn.ts";
import { line, type Piece, plainText, type Span } from "../../platform/view.ts";

const BLOCK_TEXT = 2900;

export function packed(lines: readonly (readonly Span[])[]): Piece[] {
  const pieces: Piece[] = [];
  let spans: Span[] = [];
  let length = 0;
  for (const part of lines.flatMap(fitting)) {
    const size = mrkdwnLine(part).length + 1;
    if (length > 0 && length + size > BLOCK_TEXT) {
      pieces.push(line(spans));
      [spans, length] = [[], 0];
    }
    spans = spans.length === 0 ? [...part] : [...spans, "\n", ...part];
    length += size;
  }
  return spans.length === 0 ? pieces : [...pieces, line(spans)];
}

/** A line that is too long by itself goes on in the next block: a reviewer reads every word. */
function fitting(spans: readonly Span[]): (readonly Span[])[] {
  if (mrkdwnLine(spans).length < BLOCK_TEXT) {
    return [spans];
  }
  const parts: Span[][] = [];
  let part: Span[] = [];
  for (const piece of spans.flatMap(pieces)) {
    if (part.length > 0 && mrkdwnLine([...part, piece]).length >= BLOCK_TEXT) {
      parts.push(part);
      part = [];
    }
    part.push(piece);
  }
  return [...parts, part];
}

/** Short enough that no piece outgrows a block however much of it must be escaped. */
const PIECE = 400;

function pieces(span: Span): Span[] {
  const text = plainText([span]);
  if (text.length <= PIECE) {
    return [span];
  }
  const letters = [...text];
  const count = Math.ceil(letters.length / PIECE);
  return Array.from({ length: count }, (_, index) => letters.slice(index * PIECE, (index + 1) * PIECE).join(""));
}
