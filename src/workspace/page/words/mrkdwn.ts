import { glyphOf } from "./emoji.ts";

/** Slack's mrkdwn as a tree. Drawing makes text nodes of it, never HTML. */
export type Run =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "bold" | "italic" | "strike"; runs: Run[] }
  | { kind: "link"; url: string; text: string }
  | { kind: "user" | "channel" | "group"; id: string; text: string }
  | { kind: "broadcast"; text: string }
  | { kind: "date"; seconds: number; format: string; url: string; text: string };

export type Passage =
  | { kind: "line"; runs: Run[] }
  | { kind: "item"; marker: string; depth: number; runs: Run[] }
  | { kind: "quote"; passages: Passage[] }
  | { kind: "pre"; text: string };

const MARKS: Record<string, "bold" | "italic" | "strike"> = { "*": "bold", _: "italic", "~": "strike" };

function unescaped(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

// Slack formats only between word boundaries, and a Chinese character is a letter to it.
function isWordy(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

interface Bite {
  run: Run;
  length: number;
}

function reference(inside: string): Run {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(inside.slice(bar + 1));
  const id = target.slice(1);
  if (target.startsWith("@")) {
    return { kind: "user", id, text: label };
  }
  if (target.startsWith("#")) {
    return { kind: "channel", id, text: label };
  }
  return target.startsWith("!") ? special(id, label) : { kind: "link", url: unescaped(target), text: label };
}

function special(id: string, label: string): Run {
  const [name = "", first = "", second = "", third = ""] = id.split("^");
  if (name === "date") {
    return { kind: "date", seconds: Number(first), format: second, url: third, text: label };
  }
  if (name === "subteam") {
    return { kind: "group", id: first, text: label };
  }
  return ["channel", "here", "everyone"].includes(name)
    ? { kind: "broadcast", text: name }
    : { kind: "text", text: label || `<${id}>` };
}

function angled(rest: string): Bite | null {
  const end = rest.indexOf(">");
  const inside = rest.slice(1, end);
  return end > 1 && !inside.includes("<") && /^([@#!]|[a-z][a-z0-9+.-]*:)/i.test(inside)
    ? { run: reference(inside), length: end + 1 }
    : null;
}

function code(rest: string): Bite | null {
  const end = rest.indexOf("`", 1);
  return end > 1 ? { run: { kind: "code", text: unescaped(rest.slice(1, end)) }, length: end + 1 } : null;
}

// A doubled mark is no mark: **so** stays as it was typed.
function begins(text: string, at: number): boolean {
  const [before, mark, after] = [text[at - 1], text[at], text[at + 1]];
  return !isWordy(before) && before !== mark && !isBlank(after) && after !== mark;
}

function ends(text: string, at: number): boolean {
  const [before, mark, after] = [text[at - 1], text[at], text[at + 1]];
  return !isBlank(before) && before !== mark && !isWordy(after) && after !== mark;
}

// What stands between these is not looked into for a closing mark.
const FENCES: Record<string, string> = { "<": ">", "`": "`" };

function closing(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    const fence = FENCES[text[at] ?? ""];
    if (fence !== undefined) {
      at = Math.max(at, text.indexOf(fence, at + 1));
    } else if (text[at] === mark && at > from && ends(text, at)) {
      return at;
    }
  }
  return -1;
}

function styled(text: string, at: number, open: string): Bite | null {
  const mark = text[at] ?? "";
  const kind = MARKS[mark];
  const mayOpen = !open.includes(mark) && begins(text, at);
  const end = kind !== undefined && mayOpen ? closing(text, at + 1, mark) : -1;
  return kind === undefined || end < 0
    ? null
    : { run: { kind, runs: inline(text.slice(at + 1, end), open + mark) }, length: end + 1 - at };
}

function emoji(rest: string): Bite | null {
  const match = /^:([a-z0-9_+'-]+):/.exec(rest);
  const glyph = glyphOf(match?.[1] ?? "");
  return match === null || glyph === undefined ? null : { run: { kind: "text", text: glyph }, length: match[0].length };
}

function address(text: string, at: number): Bite | null {
  const match = isWordy(text[at - 1]) ? null : /^https?:\/\/[^\s<>|*`]+[^\s<>|*`.,;:!?)）。，；]/.exec(text.slice(at));
  return match === null
    ? null
    : { run: { kind: "link", url: unescaped(match[0]), text: unescaped(match[0]) }, length: match[0].length };
}

const BITES: Record<string, (text: string, at: number, open: string) => Bite | null> = {
  "<": (text, at) => angled(text.slice(at)),
  "`": (text, at) => code(text.slice(at)),
  ":": (text, at) => emoji(text.slice(at)),
  h: address,
  "*": styled,
  _: styled,
  "~": styled,
};

function inline(text: string, open = ""): Run[] {
  const runs: Run[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") {
      runs.push({ kind: "text", text: unescaped(plain) });
      plain = "";
    }
  };
  for (let at = 0; at < text.length; ) {
    const bite = BITES[text[at] ?? ""]?.(text, at, open) ?? null;
    if (bite === null) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      runs.push(bite.run);
      at += bite.length;
    }
  }
  flush();
  return runs;
}

function lineOrItem(line: string): Passage {
  const match = /^(\s*)([•◦▪-]|\d{1,3}[.)])\s+(.*)$/u.exec(line);
  if (match === null) {
    return { kind: "line", runs: inline(line) };
  }
  const [, indent = "", marker = "", rest = ""] = match;
  return { kind: "item", marker, depth: Math.floor(indent.length / 2), runs: inline(rest) };
}

function lines(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const line of text.split("\n")) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    const last = passages.at(-1);
    if (quoted === null) {
      passages.push(lineOrItem(line));
    } else if (last?.kind === "quote") {
      last.passages.push(lineOrItem(quoted[1] ?? ""));
    } else {
      passages.push({ kind: "quote", passages: [lineOrItem(quoted[1] ?? "")] });
    }
  }
  return passages;
}

/** Reads mrkdwn as Slack's client does: unclosed or misplaced marks stay as they were typed. */
export function readMrkdwn(text: string): Passage[] {
  return text.split(/```/).flatMap((part, index, parts): Passage[] => {
    const fenced = index % 2 === 1 && index < parts.length - 1;
    if (fenced) {
      return [{ kind: "pre", text: unescaped(part.replace(/^\n|\n$/g, "")) }];
    }
    const opened = index % 2 === 1 ? `\`\`\`${part}` : part;
    const trimmed = index > 0 && index % 2 === 0 ? opened.replace(/^\n/, "") : opened;
    return trimmed === "" && parts.length > 1 ? [] : lines(trimmed);
  });
}
