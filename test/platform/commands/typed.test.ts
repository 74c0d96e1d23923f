import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type Command, defineCommand, type TypedInput, words } from "../../../src/platform/commands/definition.ts";
import { findCommand } from "../../../src/platform/commands/find.ts";
import { readTyped, splitWords } from "../../../src/platform/commands/typed-input.ts";

const command = (name: string, more: Partial<Pick<Command, "where" | "flags" | "usage">> = {}): Command =>
  defineCommand({
    name,
    summary: "command.help.summary",
    usage: more.usage ?? "",
    flags: more.flags ?? {},
    verb: "see_help",
    where: more.where ?? ["slack", "terminal"],
    args: z.custom<TypedInput>(),
    run: async () => ({ kind: "view", view: { title: name, pieces: [] } }),
  });

describe("words that were typed", () => {
  it.each([
    ["due", ["due"]],
    ["  account   Ningbo  ", ["account", "Ningbo"]],
    ['account "Ningbo Harbour"', ["account", "Ningbo Harbour"]],
    ["account “Ningbo Harbour”", ["account", "Ningbo Harbour"]],
    ["account 「宁波 海港」 x", ["account", "宁波 海港", "x"]],
    ["account\u3000宁波", ["account", "宁波"]],
    ["account O'Brien", ["account", "O'Brien"]],
    ['account "unclosed name', ["account", '"unclosed', "name"]],
    ['account ""', ["account", ""]],
    ["workdays 2026-09-30 -3", ["workdays", "2026-09-30", "-3"]],
    ["workdays 2026-09-30 –3", ["workdays", "2026-09-30", "-3"]],
    ["workdays 2026-09-30 −3", ["workdays", "2026-09-30", "-3"]],
    ["workdays 2026-09-30 ＋3", ["workdays", "2026-09-30", "+3"]],
    ["workdays x +3 —calendar us", ["workdays", "x", "+3", "--calendar", "us"]],
    ["", []],
  ])("%j", (text, read) => {
    expect(splitWords(text)).toEqual(read);
  });
});

describe("words and flags of a command", () => {
  const workdays = command("workdays", {
    usage: "DATE +N",
    flags: { calendar: { type: "string", hint: "ID" }, dry: { type: "boolean" } },
  });
  it.each<[string[], TypedInput | string]>([
    [["2026-09-30", "-3"], { words: ["2026-09-30", "-3"], flags: {} }],
    [["2026-09-30", "-3", "--calendar", "us"], { words: ["2026-09-30", "-3"], flags: { calendar: "us" } }],
    [["--calendar=us", "-12"], { words: ["-12"], flags: { calendar: "us" } }],
    [["--dry"], { words: [], flags: { dry: true } }],
    [["--nonsense"], "command.unknown_flag"],
    [["-x"], "command.unknown_flag"],
    [["--calendar"], "command.flag_value"],
    [["--dry=yes"], "command.flag_value"],
  ])("%j", (typed, read) => {
    const got = readTyped(workdays, typed);
    expect(isRefusal(got) ? got.refused : { words: got.words, flags: { ...got.flags } }).toEqual(read);
  });

  it("names the flag that does not exist, and how to write it", () => {
    expect(readTyped(workdays, ["x", "--calendar", "us", "--nonsense"])).toMatchObject({
      values: { flag: "--nonsense", usage: "workdays DATE +N" },
    });
    expect(readTyped(workdays, ["--calendar"])).toMatchObject({
      values: { usage: "workdays DATE +N [--calendar ID] [--dry]" },
    });
  });

  it("wants exactly the named words", () => {
    const read = words("date", "count");
    expect(read.safeParse({ words: ["a", "b"], flags: {} }).data).toMatchObject({ date: "a", count: "b" });
    expect(read.safeParse({ words: ["a"], flags: {} }).error?.issues[0]?.message).toBe("refusal.command.missing_word");
    expect(read.safeParse({ words: ["a", "b", "c"], flags: {} }).error?.issues[0]?.message).toBe(
      "refusal.command.extra_word",
    );
  });
});

describe("the command that was meant", () => {
  const commands = [
    command("help"),
    command("due"),
    command("queue"),
    command("account"),
    command("audit verify", { where: ["terminal"] }),
    command("sweep", { where: ["terminal"] }),
  ];
  const find = (where: "slack" | "terminal", ...typed: string[]) => {
    const found = findCommand(commands, where, typed);
    return isRefusal(found) ? `? ${found.values.nearest}` : [found.command.name, ...found.rest].join("|");
  };

  it.each<["slack" | "terminal", string[], string]>([
    ["slack", ["due"], "due"],
    ["slack", ["DUE", "now"], "due|now"],
    ["terminal", ["audit", "verify", "--expect"], "audit verify|--expect"],
    ["slack", ["duee"], "? due"],
    ["slack", ["acount", "Ningbo"], "? account"],
    ["slack", ["queu"], "? queue"],
    ["terminal", ["audit", "verfy"], "? audit verify"],
    ["slack", ["audit", "verify"], "? help"],
    ["slack", ["sweep"], "? help"],
    ["slack", ["今天有什么"], "? help"],
    ["slack", ["supercalifragilistic"], "? help"],
  ])("%s %j", (where, typed, answer) => {
    expect(find(where, ...typed)).toBe(answer);
  });
});
