import type { ComponentChildren } from "preact";
import { count, type Shape, shape, shapes, word } from "../shape.ts";
import { glyphOf } from "../words/emoji.ts";
import { Link, Mention, SlackDate } from "../words/words.tsx";

/** Slack's structured text: sections, lists, quotes and code. */
export function RichText({ block }: { block: Shape }) {
  return (
    <div class="rich-text">
      {shapes(block.elements).map((part, index) => (
        <Part part={part} key={index} />
      ))}
    </div>
  );
}

function Part({ part }: { part: Shape }) {
  const inside = <Pieces pieces={shapes(part.elements)} />;
  switch (part.type) {
    case "rich_text_list":
      return <List part={part} />;
    case "rich_text_quote":
      return <blockquote>{inside}</blockquote>;
    case "rich_text_preformatted":
      return <pre>{inside}</pre>;
    case "rich_text_section":
      return <div class="line">{inside}</div>;
    default:
      return <span class="unknown">{word(part.type)} is not drawn here</span>;
  }
}

function List({ part }: { part: Shape }) {
  const items = shapes(part.elements).map((item, index) => (
    <li key={index}>
      <Pieces pieces={shapes(item.elements)} />
    </li>
  ));
  const style = { "--depth": count(part.indent) ?? 0 };
  return part.style === "ordered" ? (
    <ol style={style} start={(count(part.offset) ?? 0) + 1}>
      {items}
    </ol>
  ) : (
    <ul style={style}>{items}</ul>
  );
}

function Pieces({ pieces }: { pieces: Shape[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Styled style={shape(piece.style)} key={index}>
          <Piece piece={piece} />
        </Styled>
      ))}
    </>
  );
}

const STYLES = [
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["code", "code"],
] as const;

function Styled({ style, children }: { style: Shape; children: ComponentChildren }) {
  return STYLES.filter(([name]) => style[name] === true).reduce<ComponentChildren>(
    (inside, [, Tag]) => <Tag>{inside}</Tag>,
    children,
  );
}

function glyph(piece: Shape): string {
  const code = word(piece.unicode);
  const drawn = /^[0-9a-f-]+$/i.test(code)
    ? code
        .split("-")
        .map((part) => String.fromCodePoint(Number.parseInt(part, 16)))
        .join("")
    : undefined;
  return drawn ?? glyphOf(word(piece.name)) ?? `:${word(piece.name)}:`;
}

function Piece({ piece }: { piece: Shape }) {
  switch (piece.type) {
    case "text":
      return <>{word(piece.text)}</>;
    case "link":
      return <Link url={word(piece.url)} text={word(piece.text)} />;
    case "emoji":
      return <>{glyph(piece)}</>;
    case "user":
      return <Mention kind="user" id={word(piece.user_id)} text="" />;
    case "channel":
      return <Mention kind="channel" id={word(piece.channel_id)} text="" />;
    case "usergroup":
      return <Mention kind="group" id={word(piece.usergroup_id)} text="" />;
    case "broadcast":
      return <span class="mention me">@{word(piece.range)}</span>;
    case "date":
      return (
        <SlackDate
          seconds={count(piece.timestamp) ?? Number.NaN}
          format={word(piece.format)}
          url={word(piece.url)}
          fallback={word(piece.fallback)}
        />
      );
    case "color":
      return <code>{word(piece.value)}</code>;
    default:
      return <span class="unknown">{word(piece.type)}</span>;
  }
}
