import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { packed } from "../../../src/features/reviews/packed.ts";
import { readFormMetadata, readReturn } from "../../../src/features/reviews/read-forms.ts";
import type { ViewState } from "../../../src/platform/slack/payload.ts";
import { toBlocks } from "../../../src/platform/slack/render.ts";
import { aSubmittedReport, aWorld, clicks, type ReportMade, submits, type World, wordsOf } from "./review-world.ts";

const picked = (...values: string[]) => ({
  "reviews.value": { type: "multi_static_select", selected_options: values.map((value) => ({ value })) },
});
const field = (value: string) => ({ "reviews.value": { type: "static_select", selected_option: { value } } });
const typed = (value: string | null) => ({ "reviews.value": { type: "plain_text_input", value } });

describe("What a return form says", () => {
  it("is read with its reasons, note and remarks; two remarks on one field stand together", () => {
    const values: ViewState = {
      reasons: picked("other", "missing_evidence", "made_up"),
      note: typed("  Please mend. "),
      record: field("not_in_order"),
      conclusion: field("in_order"),
      remark_field_1: field("borrower/no_risk_because"),
      remark_1: typed("Which?"),
      remark_field_2: field("borrower/no_risk_because"),
      remark_2: typed("Since when?"),
    };
    expect(readReturn(values, "r-1")).toEqual({
      input: {
        reportId: "r-1",
        reasons: ["missing_evidence", "other"],
        note: "Please mend.",
        judged: { record: "not_in_order", conclusion: "in_order" },
        remarks: { "borrower/no_risk_because": "Which?\nSince when?" },
      },
      half: undefined,
    });
  });

  it.each([
    ["a field without a remark", { remark_field_2: field("borrower/no_risk_because") }, "remark_2"],
    ["a remark without a field", { remark_3: typed("Which?") }, "remark_field_3"],
  ])("%s is asked for at the other field", (_what, values, half) => {
    expect(readReturn(values, "r-1").half).toBe(half);
  });

  it("is nothing at all when Slack sends nothing", () => {
    expect(readReturn({}, "").input).toEqual({
      reportId: "",
      reasons: [],
      note: "",
      judged: { record: "not_judged", conclusion: "not_judged" },
      remarks: {},
    });
    expect(readFormMetadata("not json")).toEqual({ report: "", remarks: 1 });
  });
});

describe("The forms of a reviewer", () => {
  let world: World;
  let made: ReportMade;
  beforeEach(async () => {
    world = await aWorld();
    made = await aSubmittedReport(world);
  });
  const metadata = () => JSON.stringify({ report: made.reportId, remarks: 1 });

  it("stand in the report's own modal, and lead back to it", async () => {
    const inReport = { callbackId: "reviews.report" };
    const [form] = await clicks(world, world.reviewer, "reviews.return", made.reportId, inReport);
    expect(form?.how).toBe("update");
    expect(wordsOf(form)).toContain("Evidence is missing");
    const [back] = await clicks(world, world.reviewer, "reviews.back", made.reportId, inReport);
    expect(wordsOf(back)).toContain("reviews.approve");
  });

  it("offer one more remark at a time, five at most", async () => {
    for (const [before, after] of [
      [1, 2],
      [4, 5],
      [5, 5],
    ]) {
      const state = JSON.stringify({ report: made.reportId, remarks: before });
      const inForm = { callbackId: "reviews.return_form", metadata: state };
      const [form] = await clicks(world, world.reviewer, "reviews.add_remark", made.reportId, inForm);
      expect(wordsOf(form).match(/"block_id":"remark_\d"/gu)).toHaveLength(after ?? 0);
    }
  });

  it("say at the field what is missing, and the report stays where it is", async () => {
    const values = { reasons: picked("other"), note: typed(null) };
    const answer = await submits(world, world.reviewer, "reviews.return_form", metadata(), values);
    expect(answer).toEqual({ kind: "errors", errors: { note: "Please write why." } });
    const none = { reasons: picked(), note: typed(null) };
    expect(await submits(world, world.reviewer, "reviews.return_form", metadata(), none)).toEqual({
      kind: "errors",
      errors: { reasons: "Choose at least one reason." },
    });
    const why = await submits(world, world.reviewer, "reviews.re_inspect_form", metadata(), { note: typed(" ") });
    expect(why).toEqual({ kind: "errors", errors: { note: "Please write why." } });
    expect((await world.db.report.findUniqueOrThrow({ where: { id: made.reportId } })).state).toBe("submitted");
  });

  it("ask for both judgements, and say at the field where reasons and judgements do not fit", async () => {
    const judged = (record: string, conclusion: string) => ({ record: field(record), conclusion: field(conclusion) });
    const errorsOf = async (values: ViewState) => {
      const answer = await submits(world, world.reviewer, "reviews.return_form", metadata(), {
        note: typed(null),
        reasons: picked("figures_contradict"),
        record: {},
        conclusion: {},
        ...values,
      });
      return answer?.kind === "errors" ? Object.keys(answer.errors) : answer?.kind;
    };
    expect(await errorsOf({})).toEqual(["record"]);
    expect(await errorsOf({ record: field("not_in_order") })).toEqual(["conclusion"]);
    expect(await errorsOf(judged("in_order", "in_order"))).toEqual(["record"]);
    expect(await errorsOf(judged("in_order", "not_in_order"))).toEqual(["record"]);
    expect(await errorsOf(judged("not_in_order", "not_in_order"))).toEqual(["reasons"]);
    const both = picked("figures_contradict", "conclusion_not_supported");
    expect(await errorsOf({ reasons: both, ...judged("not_in_order", "in_order") })).toEqual(["conclusion"]);
    expect(await errorsOf({ reasons: both, ...judged("not_in_order", "not_in_order") })).toBe("update");
    const review = await world.db.review.findFirstOrThrow();
    expect(review).toMatchObject({ recordJudgement: "not_in_order", conclusionJudgement: "not_in_order" });
  });

  it("show the outcome in place of the form", async () => {
    const values = {
      reasons: picked("not_visited"),
      note: typed(null),
      record: field("not_in_order"),
      conclusion: field("in_order"),
    };
    const answer = await submits(world, world.reviewer, "reviews.return_form", metadata(), values);
    expect(answer?.kind).toBe("update");
    expect(JSON.stringify(answer)).toContain(`Report ${made.number} is returned`);
  });
});

describe("Lines packed into blocks", () => {
  it("keep every character in order, whatever must be escaped, and no block is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "&", "<", "*", "字", "😀", " ", "."), maxLength: 4000 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (lines) => {
        const pieces = packed(lines.map((line) => [line]));
        const kept = pieces.flatMap((piece) => ("text" in piece ? [piece.text].flat() : []));
        expect(kept.join("").replaceAll("\n", "")).toBe(lines.join(""));
        expect(JSON.stringify(toBlocks(pieces, 1000))).not.toContain("…");
      }),
    );
  });
});
