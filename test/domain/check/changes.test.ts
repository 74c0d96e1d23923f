import { describe, expect, it } from "vitest";
import { changes } from "../../../src/domain/check/changes.ts";
import { aForm, aFormAsking, answered, onLoan, today } from "./a-check.ts";

const facts = { today };
const amount = (key: string, thresholds?: object) => ({ key, type: "number", unit: "yuan", scale: 2, thresholds });

describe("what changed since the last report", () => {
  const form = aFormAsking(
    amount("small"),
    amount("large"),
    amount("same"),
    amount("bad", { yellow: { gt: "10" } }),
    amount("worse", { red: { gt: "10" } }),
    amount("from_zero"),
    { key: "words", type: "text" },
  );
  const previous = answered({
    [onLoan("small")]: "100.00",
    [onLoan("large")]: "100.00",
    [onLoan("same")]: "5.00",
    [onLoan("bad")]: "11.00",
    [onLoan("worse")]: "12.00",
    [onLoan("from_zero")]: "0.00",
    [onLoan("words")]: "door open",
  });
  const now = answered({
    [onLoan("small")]: "101.00",
    [onLoan("large")]: "50.00",
    [onLoan("same")]: "5.00",
    [onLoan("bad")]: "11.01",
    [onLoan("worse")]: "12.01",
    [onLoan("from_zero")]: "0.01",
    [onLoan("words")]: "door locked",
  });
  const { changed, unchanged } = changes(previous, now, form, facts);

  it("stands with the worst first, then the largest change, words last", () => {
    expect(changed.map((change) => change.item.key)).toEqual(["worse", "bad", "from_zero", "large", "small", "words"]);
  });

  it("shows old, new, difference and percent, to the digit", () => {
    expect(changed.find((change) => change.item.key === "large")).toMatchObject({
      old: { value: "100.00" },
      new: { value: "50.00" },
      delta: "-50.00",
      relative: "-50.0",
    });
  });

  it("has no percentage of nothing", () => {
    const change = changed.find((one) => one.item.key === "from_zero");
    expect(change).toMatchObject({ delta: "0.01" });
    expect(change?.relative).toBeUndefined();
  });

  it("keeps apart what is unchanged", () => {
    expect(unchanged.map((change) => change.item.key)).toEqual(["same"]);
  });

  it("puts an unchanged figure that is out of range before the other unchanged ones", () => {
    const kept = changes(now, now, form, facts);
    expect(kept.changed).toEqual([]);
    expect(kept.unchanged.slice(0, 2).map((change) => change.item.key)).toEqual(["worse", "bad"]);
  });

  it("a first report is all news", () => {
    expect(changes(undefined, now, form, facts).changed).toHaveLength(7);
    expect(changes(undefined, now, form, facts).changed[0]?.item.key).toBe("worse");
  });

  it("an answer that is no longer given is a change", () => {
    const gone = changes(previous, {}, form, facts);
    expect(gone.changed).toHaveLength(7);
    expect(gone.changed[0]?.new).toBeUndefined();
  });

  it("people in another order are the same people", () => {
    const people = aFormAsking({ key: "who", type: "people" });
    const before = answered({ [onLoan("who")]: ["U1", "U2"] });
    expect(changes(before, answered({ [onLoan("who")]: ["U2", "U1"] }), people, facts).changed).toEqual([]);
  });

  it("dates differ in days", () => {
    const dates = aFormAsking({ key: "insured", type: "date" });
    const before = answered({ [onLoan("insured")]: "2026-02-28" });
    const [change] = changes(before, answered({ [onLoan("insured")]: "2026-03-01" }), dates, facts).changed;
    expect(change).toMatchObject({ delta: "1" });
  });

  it("judges by the last report where the threshold does", () => {
    const bank = aForm();
    const before = answered({ "borrower/sales_yoy": "-20.00" });
    const [worst] = changes(before, answered({ "borrower/sales_yoy": "-21.00" }), bank, facts).changed;
    expect(worst?.mark?.level).toBe("orange");
  });
});
