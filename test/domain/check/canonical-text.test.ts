import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Canonical, canonicalText, contentHash } from "../../../src/domain/check/canonical-text.ts";

describe("the text of a report that is hashed", () => {
  it("does not depend on the order in which the report was put together", () => {
    expect(canonicalText({ b: 1, a: { d: "x", c: [2, 1] } })).toBe('{"a":{"c":[2,1],"d":"x"},"b":1}');
    expect(canonicalText({ a: { c: [2, 1], d: "x" }, b: 1 })).toBe('{"a":{"c":[2,1],"d":"x"},"b":1}');
  });

  it("leaves out what is not there, and tells it from what is empty", () => {
    expect(canonicalText({ a: undefined, b: "" })).toBe('{"b":""}');
    expect(canonicalText({ b: null })).toBe('{"b":null}');
  });

  it("can be read back as JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string()))), (report) => {
        expect(JSON.parse(canonicalText(report))).toEqual({ ...report });
      }),
    );
  });

  it("differs as soon as one character does", () => {
    const hashOf = (report: Canonical) => contentHash(report, (text) => `digest of ${text}`);
    expect(hashOf({ value: "12.50" })).not.toBe(hashOf({ value: "12.5" }));
    expect(hashOf({ value: "12.50" })).toBe('digest of {"value":"12.50"}');
  });

  it.each([1.5, Number.NaN, 2 ** 60])("refuses the number %s, which machines write differently", (number) => {
    expect(() => canonicalText({ number })).toThrow(TypeError);
  });
});
