import { describe, expect, it } from "vitest";
import { settle } from "../../../src/workspace/page/fields.ts";
import { safeAddress } from "../../../src/workspace/page/words/address.ts";
import { type Passage, type Run, readMrkdwn } from "../../../src/workspace/page/words/mrkdwn.ts";
import { localMinute, momentAt, slackDate } from "../../../src/workspace/page/zone.ts";
import { input } from "./morning.ts";

function told(run: Run): string {
  if (run.kind === "text") {
    return run.text;
  }
  if ("runs" in run) {
    return `[${run.kind} ${run.runs.map(told).join("")}]`;
  }
  const target = run.kind === "link" ? run.url : "id" in run ? run.id : "";
  return `[${run.kind} ${[target, run.text].filter((part) => part !== "").join("|")}]`;
}

function passage(one: Passage): string {
  switch (one.kind) {
    case "pre":
      return `{pre ${one.text}}`;
    case "quote":
      return `{quote ${one.passages.map(passage).join("/")}}`;
    case "item":
      return `{${one.marker} ${one.runs.map(told).join("")}}`;
    default:
      return one.runs.map(told).join("");
  }
}

const read = (text: string): string => readMrkdwn(text).map(passage).join("\n");

describe("words as Slack writes them", () => {
  it.each([
    ["plain", "plain"],
    ["*bold* and _italic_ and ~gone~", "[bold bold] and [italic italic] and [strike gone]"],
    ["*bold _and italic_*", "[bold bold [italic and italic]]"],
    ["a snake_case_name and 2*3*4", "a snake_case_name and 2*3*4"],
    ["客户*张三*已还款", "客户*张三*已还款"],
    ["客户 *张三* 已还款", "客户 [bold 张三] 已还款"],
    ["* not bold * and **neither**", "* not bold * and **neither**"],
    ["`*code* &lt;b&gt;`", "[code *code* <b>]"],
    ["```let a = *b*;\nend```", "{pre let a = *b*;\nend}"],
    ["&gt; quoted\n> again\nnot", "{quote quoted/again}\nnot"],
    ["• one\n- two\n1. three", "{• one}\n{- two}\n{1. three}"],
    ["<https://bank.example/a?b=1&amp;c=2|the board>", "[link https://bank.example/a?b=1&c=2|the board]"],
    ["see https://bank.example/x.", "see [link https://bank.example/x|https://bank.example/x]."],
    ["<@U1> in <#C1|east> told <!channel>", "[user U1] in [channel C1|east] told [broadcast channel]"],
    ["<b>5 &lt; 6 &amp;amp; 7</b>", "<b>5 < 6 &amp; 7</b>"],
    [":red_circle: late :no_such_thing:", "🔴 late :no_such_thing:"],
    ["*<https://bank.example|bold link>*", "[bold [link https://bank.example|bold link]]"],
    ["*never closed", "*never closed"],
    ["```never closed", "```never closed"],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("reads 40,000 characters of marks in a moment", () => {
    const before = performance.now();
    readMrkdwn("*_~`<@ ".repeat(40_000 / 7));
    expect(performance.now() - before).toBeLessThan(1500);
  });

  it("makes links only of harmless addresses", () => {
    expect(safeAddress("https://bank.example/")).not.toBeNull();
    expect(safeAddress("/_local/file/F1/photo.png")).not.toBeNull();
    expect(safeAddress("mailto:a@bank.example")).not.toBeNull();
    for (const bad of [
      "javascript:alert(1)",
      "//elsewhere.example",
      "data:text/html,x",
      " javascript:x",
      "file:///etc",
    ]) {
      expect(safeAddress(bad), bad).toBeNull();
    }
  });
});

describe("moments in a person's time zone", () => {
  it("shows Slack's date tokens, and the fallback for a token it does not know", () => {
    const noon = Date.parse("2026-11-24T04:00:00Z") / 1000;
    expect(slackDate(noon, "due {date_num} at {time}", "Asia/Shanghai", "en-GB")).toBe("due 24/11/2026 at 12:00");
    expect(slackDate(noon, "{date_long}", "Asia/Shanghai", "zh-CN")).toContain("星期二");
    expect(slackDate(noon, "{fortnight}", "Asia/Shanghai", "en-GB")).toBeNull();
  });

  it.each([
    ["2026-11-24T09:30", "Asia/Shanghai"],
    ["2026-03-29T03:30", "Europe/Berlin"],
    ["2026-10-25T12:00", "Europe/Berlin"],
    ["2026-07-01T00:00", "America/New_York"],
  ])("takes %s in %s there and back", (minute, zone) => {
    expect(localMinute(momentAt(minute, zone) ?? 0, zone)).toBe(minute);
  });
});

describe("what was typed when a view is updated", () => {
  const field = (blockId: string, initial: string) =>
    input(blockId, "Label", { type: "plain_text_input", initial_value: initial });

  it("stays where block id and action id stay, and is lost elsewhere", () => {
    const first = settle({}, [field("a", "old"), field("b", "old")], {});
    const typed = { ...first, a: { value: { type: "plain_text_input", value: "typed" } } };
    const second = settle(typed, [field("a", "new"), field("c", "new")], {});
    expect(second).toEqual({
      a: { value: { type: "plain_text_input", value: "typed" } },
      c: { value: { type: "plain_text_input", value: "new" } },
    });
    expect(settle(second, [field("b", "newer")], {}).b?.value).toEqual({ type: "plain_text_input", value: "newer" });
  });

  it("begins with what was dispatched, before an initial value", () => {
    const dispatched = { a: { value: { type: "plain_text_input", value: "told" } } };
    expect(settle({}, [field("a", "initial")], dispatched).a?.value?.value).toBe("told");
  });
});
