import { createReadStream, existsSync } from "node:fs";
import { parse } from "csv-parse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, clip, escapeMrkdwn, mrkdwnLine } from "../../../src/platform/slack/mrkdwn.ts";
import { anyText, formatted, HOSTILE, seen } from "./hostile-text.ts";

/** What may be read instead of a mark: the same to the eye. */
const toTheEye = (text: string) =>
  text.replaceAll("\u2217", "*").replaceAll("\u223c", "~").replaceAll("\u02cb", "`").replaceAll("\u02cd", "_");

describe("text of other people in a message", () => {
  it.each(HOSTILE)("%j is read as it was written: no mention, no link, no formatting", (text) => {
    expect(formatted(escapeMrkdwn(text))).toEqual([]);
    expect(escapeMrkdwn(text)).not.toMatch(/<|https?:\/\/|(?<!&(?:amp|lt|gt))>/);
  });

  it("stays plain whatever it is, in any run of our line", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, name, after) => {
        expect(formatted(escapeMrkdwn(before))).toEqual([]);
        const line = mrkdwnLine([before, { bold: name }, after, "\n", { quiet: before }, { code: after }]);
        const kinds = formatted(line).map(({ kind }) => kind);
        const wanted = [...(shows(name) ? ["bold"] : []), ...(shows(after) ? ["code"] : [])];
        expect(kinds).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no letter that a person can see", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab中*_~`<>&:@ .1-") }), (text) => {
        expect(toTheEye(seen(escapeMrkdwn(text)))).toBe(text);
      }),
    );
  });

  it("keeps the blank behind a bold label", () => {
    expect(mrkdwnLine([{ bold: "Risk: " }, "rent unpaid"])).toBe("*Risk:* rent unpaid");
  });

  it("keeps our own bold words beside Chinese text, where Slack wants a word boundary", () => {
    const line = mrkdwnLine(["客户", { bold: "张三" }, "已还款", { quiet: "昨天" }, { bold: "是" }]);
    expect(formatted(line).map(({ kind }) => kind)).toEqual(["bold", "bold"]);
    expect(seen(line)).toBe("客户张三已还款昨天是");
  });

  it("slants nothing: italic Chinese is hard to read", () => {
    expect(mrkdwnLine([{ quiet: "I-2026-00001 · 流动资金" }])).toBe("I-2026-00001 · 流动资金");
  });

  it("is cut at whole characters and whole escapes, and leaves no mark open", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 4, max: 80 }), (name, detail, most) => {
        const line = mrkdwnLine([{ bold: name }, " ", detail, { code: name }], most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.replace(/&(?:amp|lt|gt);/g, "")).not.toContain("&");
        expect(line).not.toMatch(/\p{Surrogate}/u);
        expect(line.replaceAll("*", "").length).not.toBe(line.length - 1);
      }),
      { numRuns: 2000 },
    );
    expect(clip("&amp;&amp;", 6)).toBe("&amp;…");
    expect(clip("&amp;&amp;", 5)).toBe("…");
    expect(clip("𠮷𠮷", 3)).toBe("𠮷…");
  });

  it("is cut quickly however long it is", () => {
    const long = "<!channel> *x* 客户 & ".repeat(2_000);
    expect(long.length).toBe(40_000);
    const began = performance.now();
    expect(mrkdwnLine([{ bold: long }, long], 3_000).length).toBeLessThanOrEqual(3_000);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

function shows(text: string): boolean {
  return cleanText(text).trim() !== "";
}

const BOOK = process.env.AFTERLOAN_PORTFOLIO ?? "";

describe.skipIf(!existsSync(BOOK))("the names in the real book (AFTERLOAN_PORTFOLIO)", () => {
  it("are all read as they are written", async () => {
    const names = new Set<string>();
    for await (const row of createReadStream(BOOK).pipe(parse({ columns: true, relax_quotes: true, bom: true }))) {
      names.add(String(row.Name));
    }
    const changed = [...names].filter((name) => {
      const line = mrkdwnLine([{ bold: name }, " ", name]);
      return formatted(line).length !== (shows(name) ? 1 : 0) || toTheEye(seen(escapeMrkdwn(name))) !== name;
    });
    expect(names.size).toBeGreaterThan(1_000);
    expect(changed).toEqual([]);
  }, 60_000);
});
