import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slackModal } from "../../../src/platform/slack/modal.ts";
import { renderMessage, renderPlainer, toBlocks } from "../../../src/platform/slack/render.ts";
import type { Button, Line, Piece, Span } from "../../../src/platform/view.ts";
import { messageProblems, viewProblems } from "../../../src/workspace/limits/payloads.ts";
import { anyText, formatted } from "./hostile-text.ts";

const longText = anyText.chain((text) => fc.constantFrom(1, 50, 2_000).map((times) => text.repeat(times)));
const text = fc.oneof({ weight: 5, arbitrary: anyText }, { weight: 1, arbitrary: longText });
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  text.map((code) => ({ code })),
  text.map((quiet) => ({ quiet })),
);
const line: fc.Arbitrary<Line> = fc.oneof(text, fc.array(span, { maxLength: 4 }));
const button: fc.Arbitrary<Button> = fc.record({
  text,
  action: fc.constantFrom("reviews.approve", "morning.start"),
  value: fc.constant("018f"),
  confirm: fc.option(fc.record({ title: text, text, yes: text, no: text }), { nil: undefined }),
});
const cells = fc.array(fc.array(text, { maxLength: 25 }), { maxLength: 5 });

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text }),
  fc.record({ kind: fc.constant("line" as const), text: line }),
  fc.record({ kind: fc.constant("note" as const), text: line }),
  fc.record(
    {
      kind: fc.constant("item" as const),
      text: line,
      detail: line,
      buttons: fc.array(button, { maxLength: 30 }),
      more: fc.array(button, { maxLength: 7 }),
    },
    { requiredKeys: ["kind", "text"] },
  ),
  fc.record({ kind: fc.constant("facts" as const), facts: fc.array(fc.tuple(text, text), { maxLength: 25 }) }),
  fc.record({ kind: fc.constant("table" as const), columns: fc.array(text, { maxLength: 25 }), rows: cells }),
  fc.record({
    kind: fc.constant("table" as const),
    caption: text,
    columns: fc.array(text, { maxLength: 25 }),
    rows: fc.array(fc.array(fc.oneof(text, fc.integer()), { maxLength: 25 }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant("buttons" as const), buttons: fc.array(button, { maxLength: 60 }) }),
  fc.constant({ kind: "divider" as const }),
);
const values = fc.array(fc.nat(), { maxLength: 30 });
const chart: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constant("chart" as const),
  title: text,
  chart: fc.oneof(
    fc.record({
      type: fc.constantFrom("bar" as const, "line" as const),
      categories: fc.array(text, { maxLength: 30 }),
      series: fc.array(fc.record({ name: text, values }), { maxLength: 10 }),
    }),
    fc.record({
      type: fc.constant("pie" as const),
      segments: fc.array(fc.record({ label: text, value: fc.nat() }), { maxLength: 10 }),
    }),
  ),
});
/** Slack takes two charts a message. */
const pieces = fc
  .tuple(fc.array(piece, { maxLength: 70 }), fc.array(chart, { maxLength: 2 }))
  .map(([others, charts]) => [...charts, ...others]);

describe("a view as Slack draws it", () => {
  it("is a message that Slack takes, whatever people wrote", () => {
    fc.assert(
      fc.property(text, pieces, (title, shown) => {
        const message = renderMessage({ title, pieces: shown });
        expect(messageProblems(message.blocks)).toEqual([]);
        expect(formatted(message.text)).toEqual([]);
        expect(message.text.length).toBeLessThanOrEqual(3_000);
      }),
      { numRuns: 300 },
    );
  });

  it("is a modal and a Home tab that Slack takes, whatever people wrote", () => {
    fc.assert(
      fc.property(text, pieces, (title, shown) => {
        const blocks = toBlocks(shown, 100);
        const modal = slackModal({ callbackId: "notice", title, close: title, blocks });
        expect(viewProblems({ ...modal })).toEqual([]);
        expect(viewProblems({ type: "home", blocks })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("tells the same in blocks that every Slack draws, where it has newer ones", () => {
    fc.assert(
      fc.property(text, pieces, (title, shown) => {
        const plainer = renderPlainer({ title, pieces: shown });
        const types = new Set(plainer?.blocks.map(({ type }) => type));
        expect([types.has("data_visualization"), types.has("data_table")]).toEqual([false, false]);
        expect(messageProblems(plainer?.blocks ?? [])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("loses no figure of a chart or a table in plainer words", () => {
    const shown: Piece[] = [
      { kind: "chart", title: "Late", chart: { type: "pie", segments: [{ label: "Hill branch", value: 7 }] } },
      {
        kind: "chart",
        title: "Done",
        chart: { type: "bar", categories: ["Mon", "Tue"], series: [{ name: "In time", values: [3, 4] }] },
      },
      { kind: "table", caption: "With whom", columns: ["Who", "Late"], rows: [["Li Wen", 12]] },
    ];

    expect(renderMessage({ title: "t", pieces: shown }).blocks.map(({ type }) => type)).toEqual([
      ...["data_visualization", "data_visualization", "data_table"],
    ]);
    const plainer = JSON.stringify(renderPlainer({ title: "t", pieces: shown })?.blocks);
    for (const said of ["Hill branch: 7", "Mon · In time 3", "Tue · In time 4", "Li Wen · Late 12"]) {
      expect(plainer).toContain(said);
    }
    expect(renderPlainer({ title: "t", pieces: [{ kind: "line", text: "only words" }] })).toBeUndefined();
  });

  it("tells apart what is cut to the same words in a chart", () => {
    const name = "Riverside branch of the northern region";
    const segments = [1, 2, 3].map((value) => ({ label: `${name} ${value}`, value }));
    const { blocks } = renderMessage({
      title: "t",
      pieces: [{ kind: "chart", title: "Late", chart: { type: "pie", segments } }],
    });

    const labels = JSON.stringify(blocks).match(/"label":"[^"]*"/g) ?? [];
    expect(new Set(labels).size).toBe(3);
    expect(messageProblems(blocks)).toEqual([]);
  });

  it("leaves out whole pieces at the end, and three dots say so", () => {
    const items: Piece[] = Array.from({ length: 60 }, (_, at) => ({ kind: "item", text: `line ${at}` }));
    const { blocks } = renderMessage({ title: "Today", pieces: items });
    expect(blocks).toHaveLength(50);
    expect(JSON.stringify(blocks.at(-2))).toContain("line 48");
    expect(JSON.stringify(blocks.at(-1))).toContain("…");
    expect(renderMessage({ title: "Today", pieces: items.slice(0, 50) }).blocks).toHaveLength(50);
  });

  it("draws what else may be opened behind the buttons, in a menu where the row is full, and lets it go where there is no room", () => {
    const press = (name: string): Button => ({ text: name, action: "signals.open", value: name });
    const card: Button = { text: "Card", action: "customers.open", value: "KH 1" };
    const row = (count: number): Piece => {
      const buttons = Array.from({ length: count }, (_, at) => press(`B${at}`));
      return { kind: "item", text: "Ningbo Foods", buttons, more: [card] };
    };
    const drawn = (count: number) => JSON.stringify(toBlocks([row(count)], 100));
    expect(toBlocks([row(0)], 100)).toHaveLength(1);
    expect(drawn(3)).not.toContain("overflow");
    expect(drawn(4)).toContain('"type":"overflow"');
    expect(drawn(4)).toContain('"value":"customers.open KH 1"');
    expect(drawn(1)).toContain("Card");
    const crowded = Array.from({ length: 40 }, () => row(2));
    expect(JSON.stringify(toBlocks(crowded, 80))).toContain("Card");
    expect(JSON.stringify(toBlocks(crowded, 79))).not.toContain("Card");
  });

  it("gathers what else may be opened of a list's lines in one menu below it, each customer once", () => {
    const line = (name: string, number: string): Piece => ({
      kind: "item",
      text: [{ bold: name }, " · due today"],
      buttons: [{ text: "Start check", action: "desk.start", value: number }],
      more: [{ text: "Card", action: "customers.open", value: number }],
    });
    const lines = [line("Ningbo Foods", "KH1"), line("Luo Kai", "KH2"), line("Ningbo Foods", "KH1")];
    expect(toBlocks(lines.slice(0, 2), 100).map(({ type }) => type)).toEqual([
      "section",
      "actions",
      "section",
      "actions",
    ]);
    const drawn = toBlocks([...lines, { kind: "divider" }], 100);
    expect(drawn.map(({ type }) => type)).toEqual(["section", "section", "section", "actions", "divider"]);
    expect(drawn[3]).toMatchObject({
      elements: [
        {
          type: "static_select",
          placeholder: { text: "Card…" },
          options: [
            { text: { text: "Ningbo Foods" }, value: "KH1" },
            { text: { text: "Luo Kai" }, value: "KH2" },
          ],
        },
      ],
    });
    expect(toBlocks(lines, 4)).toEqual(drawn.slice(0, 4));
  });

  it("keeps a message within the characters that Slack takes in all blocks together", () => {
    const notes: Piece[] = Array.from({ length: 12 }, () => ({ kind: "line", text: "x".repeat(2_500) }));
    const { blocks } = renderMessage({ title: "Notes", pieces: notes });
    expect(messageProblems(blocks)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(3);
  });

  it("asks Slack not to make links and mentions of plain words", () => {
    const { blocks } = renderMessage({ title: "Today", pieces: [{ kind: "line", text: "bank.example #reviewers" }] });
    expect(blocks[0]).toMatchObject({ text: { type: "mrkdwn", verbatim: true } });
  });
});
