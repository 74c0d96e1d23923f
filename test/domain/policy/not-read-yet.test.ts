/** A policy file promises nothing that no code does: what nothing reads says so on its line, and what is read does not. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";

const MARK = "# not read yet";
/** Who the file is, and where its rules come from. */
const ABOUT_THE_FILE = ["policy", "sources"];
/** Their keys are a lender's own words, or are read by their place: read whole, or not at all. */
const READ_WHOLE = [
  "calendar",
  "zones",
  "exposure_bands",
  "inspections",
  "templates",
  "signals",
  "lead_department",
  "texts",
  "confirmation",
  "off_site_batch",
  "appraisal",
];
/** What any rule may carry. */
const OF_EVERY_RULE = ["source", "article", "needs_legal_review"];

const code = readdirSync(repositoryPath("src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^(domain[/\\]policy|texts|workspace)[/\\]/.test(file))
  .map((file) => readFileSync(repositoryPath(`src/${file}`), "utf8"))
  .join("\n");

interface Setting {
  /** A section, or one of its keys. */
  readonly path: string;
  /** What a reader would name: the section, or any of these keys of it. */
  readonly keys: readonly string[];
  readonly isMarked: boolean;
}

/** A marked section is one setting; otherwise each key that has a line of its own. */
function settingsOf(file: string): Setting[] {
  const lines = readFileSync(repositoryPath(`policy/${file}`), "utf8").split("\n");
  const starts = lines.flatMap((line, at) => (/^[a-z_]+:/.test(line) ? [at] : []));
  const sections = starts.map((from, at) => lines.slice(from, starts[at + 1] ?? lines.length));
  return sections.flatMap(settingsOfSection).filter(({ path }) => !ABOUT_THE_FILE.includes(path.split(".")[0] ?? ""));
}

function settingsOfSection([first = "", ...rest]: readonly string[]): Setting[] {
  const section = first.split(":")[0] ?? "";
  const inline = [...first.matchAll(/[{,] ?([a-z_]+):/g)].map(([, key]) => key ?? "");
  const isMarked = first.includes(MARK);
  const below = rest.flatMap((line) => {
    const key = /^ {2}([a-z_]+\d?):/.exec(line)?.[1];
    const isSetting = key !== undefined && !OF_EVERY_RULE.includes(key);
    return isSetting ? [{ path: `${section}.${key}`, keys: [key], isMarked: line.includes(MARK) }] : [];
  });
  const isOne = READ_WHOLE.includes(section) || isMarked || inline.length > 0;
  return isOne ? [{ path: section, keys: [...inline, ...below.flatMap(({ keys }) => keys)], isMarked }] : below;
}

function isRead({ path, keys }: Setting): boolean {
  const [section = ""] = path.split(".");
  return READ_WHOLE.includes(section)
    ? new RegExp(`\\bpolicy\\??\\.${section}\\b`).test(code)
    : keys.some((key) => isKeyRead(section, key));
}

function isKeyRead(section: string, key: string): boolean {
  const taken = new RegExp(`\\{[^{}]*\\b${key}\\b[^{}]*\\}\\s*=\\s*[^;]*\\b${section}\\b`);
  return new RegExp(`\\b${section}\\??\\.${key}\\b`).test(code) || taken.test(code);
}

describe.each(["cn-bank.yml", "cn-microloan.yml"])("policy/%s", (file) => {
  const settings = settingsOf(file);

  it("marks what nothing reads, and nothing that is read", () => {
    const marked = settings.filter(({ isMarked }) => isMarked).map(({ path }) => path);
    const unread = settings.filter((setting) => !isRead(setting)).map(({ path }) => path);
    expect(marked).toEqual(unread);
  });

  it("is looked at where it matters", () => {
    const paths = settings.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["reminders.morning_at", "review.reviewer_working_days", "inspections"]),
    );
    expect(settings.some(({ isMarked }) => isMarked)).toBe(true);
  });
});
