import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { refuse } from "../../../src/domain/refusal.ts";
import { type Command, defineCommand, type Outcome, words } from "../../../src/platform/commands/definition.ts";
import type { Parts } from "../../../src/platform/context.ts";
import { progressOn } from "../../../src/platform/terminal/progress.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { runInTerminal } from "../../../src/platform/terminal/run.ts";
import { bold, quiet } from "../../../src/platform/view.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

describe("a view in the terminal", () => {
  it("shows every piece as plain lines", () => {
    const text = terminalText({
      title: "Today",
      pieces: [
        { kind: "heading", text: "Late" },
        { kind: "line", text: ["Due ", bold("today"), " ", { code: "I-1" }] },
        { kind: "note", text: "as of nine" },
        { kind: "item", text: "Ningbo", detail: [quiet("two days late")], buttons: [] },
        { kind: "facts", facts: [["Unit", "Harbour"]] },
        { kind: "buttons", buttons: [{ text: "Start", action: "x", value: "y" }] },
        { kind: "divider" },
        { kind: "table", columns: ["Name", "Due"], rows: [["Li", "1"]] },
      ],
    });
    expect(text.split("\n")).toEqual([
      "Today",
      "",
      "",
      "Late",
      "----",
      "Due today I-1",
      "  as of nine",
      "- Ningbo",
      "  two days late",
      "Unit: Harbour",
      "",
      "Name  Due",
      "Li    1",
    ]);
  });

  it("puts columns under one another in Chinese, rare characters and pictures too", () => {
    const rows = [
      ["宁波海港", "1"],
      ["𠮷野", "2"],
      ["🏦 bank", "3"],
      ["e\u0301tat", "4"],
      ["a\u202eb", "5"],
      ["two\nlines", "6"],
    ];
    const text = terminalText({ title: "t", pieces: [{ kind: "table", columns: ["名称", "数"], rows }] });
    expect(text.split("\n").slice(2)).toEqual([
      "名称       数",
      "宁波海港   1",
      "𠮷野       2",
      "🏦 bank    3",
      "e\u0301tat       4",
      "ab         5",
      "two lines  6",
    ]);
  });

  it("lets no borrower's name steer the terminal", () => {
    const name = "\u001b[2J\u001b]0;title\u0007Evil\r\u009b31m";
    const text = terminalText({ title: name, pieces: [{ kind: "facts", facts: [[name, name]] }] });
    expect([...text].filter((letter) => letter !== "\n" && /\p{Cc}/u.test(letter))).toEqual([]);
  });
});

describe("a command in the terminal", () => {
  let database: TestDatabase;
  let parts: Parts;
  let out: string;
  let err: string;
  beforeEach(async () => {
    database = await freshDatabase();
    parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
    out = "";
    err = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      err += String(text);
      return true;
    });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await database.close();
  });
  const command = (name: string, run: () => Promise<Outcome>, verb: Command["verb"] = "see_help"): Command =>
    defineCommand({
      name,
      summary: "command.help.summary",
      usage: "",
      verb,
      where: ["terminal"],
      args: words(),
      run,
    });
  const shown: Outcome = { kind: "view", view: { title: "Counted", pieces: [], json: { rows: 3n, ok: true } } };
  const commands = [
    command("count", async () => shown),
    command("bad news", async () => ({ ...shown, exitCode: 1 })),
    command("refuse", async () => refuse("not_found", { number: "7" })),
    command("approve", async () => shown, "approve_report"),
    command("help", async () => ({ kind: "view", view: { title: "All commands", pieces: [] } })),
  ];
  const run = (...typed: string[]) => runInTerminal(commands, parts, typed);

  it("answers in words, and with --json in one last line that a script can read", async () => {
    expect(await run("count")).toBe(0);
    expect(out).toBe("Counted\n");
    out = "";
    expect(await run("count", "--json")).toBe(0);
    expect(JSON.parse(out.trimEnd().split("\n").at(-1) ?? "")).toEqual({ rows: "3", ok: true });
  });

  it("tells a script bad news by its exit code", async () => {
    expect(await run("bad", "news")).toBe(1);
  });

  it("says a refusal, a mistake and an unknown command on the error stream, with the code for wrong usage", async () => {
    expect(await run("refuse")).toBe(64);
    expect(err).toContain("There is nothing with the number 7");
    expect(await run("count", "extra")).toBe(64);
    expect(err).toContain("There are too many words.");
    expect(await run("count", "--nonsense")).toBe(64);
    expect(err).toContain("There is no --nonsense here.");
    expect(await run("cuont")).toBe(64);
    expect(err).toContain("Did you mean “count”?");
    expect(out).toBe("");
  });

  it("decides no business: the terminal acts as the system", async () => {
    expect(await run("approve")).toBe(64);
    expect(err).toContain("Your role does not include this.");
  });

  it("speaks the language of the terminal, also of what is wrong", async () => {
    expect(await runInTerminal(commands, parts, ["cuont"], "zh-Hans")).toBe(64);
    expect(err).toContain("“count”");
    expect(err).not.toContain("Did you mean");
    expect(await runInTerminal(commands, parts, ["refuse"], "zh-Hant")).toBe(64);
    expect(err).not.toContain("There is nothing");
  });

  it("answers --help with the list", async () => {
    expect(await run("--help")).toBe(0);
    expect(await run("count", "-h")).toBe(0);
    expect(out).toBe("All commands\nAll commands\n");
  });
});

describe("progress", () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        written.push(String(chunk));
        done();
      },
    });
    return { written, stream: Object.assign(sink, { isTTY }) as unknown as NodeJS.WriteStream };
  };

  it("is plain lines, not too many, where nobody looks at a terminal", () => {
    const { written, stream: sink } = stream(false);
    const progress = progressOn(sink);
    const now = vi.spyOn(performance, "now");
    for (const ms of [0, 500, 2_100, 2_200, 4_300]) {
      now.mockReturnValue(performance.timeOrigin + ms);
      progress.show(ms, 5_000, "rows");
    }
    now.mockRestore();
    progress.end();
    expect(written.length).toBeLessThanOrEqual(3);
    expect(written.at(-1)).toMatch(/^rows: \d+ of 5000\n$/);
  });
});
