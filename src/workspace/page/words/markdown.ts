import type { Run } from "./mrkdwn.ts";

/** The part of standard Markdown that the `markdown` block is used for. */
export type Section =
  | { kind: "heading"; level: number; runs: Run[] }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "list"; ordered: boolean; items: Run[][] }
  | { kind: "quote"; runs: Run[] }
  | { kind: "pre"; text: string }
  | { kind: "rule" };

const INLINE =
  /(`+)([^`]+)\1|\*\*(?=\S)(.+?)\*\*|__(?=\S)(.+?)__|~~(?=\S)(.+?)~~|\*(?=\S)([^*]+)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]+)_(?![\p{L}\p{N}])|\[([^\]]+)\]\(([^)\s]+)\)/u;

function inline(text: string): Run[] {
  const match = INLINE.exec(text);
  if (match === null) {
    return text === "" ? [] : [{ kind: "text", text }];
  }
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...inline(before), markedUp(match), ...inline(after)];
}

function markedUp(match: RegExpExecArray): Run {
  const [, , code, bold, strong, strike, emphasis, italic, label, url] = match;
  if (code !== undefined) {
    return { kind: "code", text: code };
  }
  if (url !== undefined) {
    return { kind: "link", url, text: label ?? url };
  }
  const struck = strike === undefined ? "italic" : "strike";
  const kind = (bold ?? strong) === undefined ? struck : "bold";
  return { kind, runs: inline(bold ?? strong ?? strike ?? emphasis ?? italic ?? "") };
}

function lineSection(line: string): Section | null {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading !== null) {
    return { kind: "heading", level: (heading[1] ?? "").length, runs: inline(heading[2] ?? "") };
  }
  if (/^(-{3,}|\*{3,})\s*$/.test(line)) {
    return { kind: "rule" };
  }
  const quote = /^>\s?(.*)$/.exec(line);
  if (quote !== null) {
    return { kind: "quote", runs: inline(quote[1] ?? "") };
  }
  const item = /^\s*([-*+]|\d+[.)])\s+(.*)$/.exec(line);
  if (item !== null) {
    return { kind: "list", ordered: /^\d/.test(item[1] ?? ""), items: [inline(item[2] ?? "")] };
  }
  return line.trim() === "" ? null : { kind: "paragraph", runs: inline(line) };
}

function joined(last: Section | undefined, next: Section): boolean {
  if (last?.kind === "list" && next.kind === "list" && last.ordered === next.ordered) {
    last.items.push(...next.items);
    return true;
  }
  const continues = last?.kind === next.kind && (next.kind === "paragraph" || next.kind === "quote");
  if (continues && (last?.kind === "paragraph" || last?.kind === "quote")) {
    last.runs.push({ kind: "text", text: "\n" }, ...next.runs);
    return true;
  }
  return false;
}

export function readMarkdown(text: string): Section[] {
  const sections: Section[] = [];
  text.split(/^```.*$/m).forEach((part, index) => {
    if (index % 2 === 1) {
      sections.push({ kind: "pre", text: part.replace(/^\n|\n$/g, "") });
      return;
    }
    let open = false;
    for (const line of part.split("\n")) {
      const section = lineSection(line);
      if (section !== null && !(open && joined(sections.at(-1), section))) {
        sections.push(section);
      }
      open = section !== null;
    }
  });
  return sections;
}
