import { describe, expect, it } from "vitest";
import { lastingOf } from "../../../src/domain/digest/lasting.ts";

const took = (...days: (number | undefined)[]) => lastingOf(days.map((one) => ({ days: one, count: 1 })));

describe("How long things took", () => {
  it("has the one in the middle, or the mean of the two there", () => {
    expect(took(9, 1, 2)).toEqual({ count: 3, known: 3, median: 2, mean: 4 });
    expect(took(9, 1, 2, 4)).toMatchObject({ median: 3, mean: 4 });
  });

  it("counts as many as there are of each", () => {
    const many = lastingOf([
      { days: 0, count: 5 },
      { days: 7, count: 2 },
    ]);
    expect(many).toEqual({ count: 7, known: 7, median: 0, mean: 2 });
  });

  it("leaves out those of which nothing is known, and says of nothing that it is unknown", () => {
    expect(took(undefined, 3)).toEqual({ count: 2, known: 1, median: 3, mean: 3 });
    expect(took(undefined)).toEqual({ count: 1, known: 0, median: undefined, mean: undefined });
    expect(took()).toMatchObject({ count: 0, median: undefined });
  });
});
