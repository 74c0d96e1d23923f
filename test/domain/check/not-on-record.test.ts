import { describe, expect, it } from "vitest";
import { FOUND_ITEMS, notOnRecord } from "../../../src/domain/check/not-on-record.ts";
import { shippedTemplates } from "../templates/shipped-templates.ts";
import { answered } from "./a-check.ts";

const found = answered({
  "borrower/found_collateral_name#2": "Cold store, East Quay 4",
  "borrower/found_collateral_kind#2": "property",
  "borrower/found_collateral_value_cny#2": "800000.00",
  "borrower/found_guarantor_name#31": "周敏 Zhou Min",
  "borrower/value_cny": "5.00",
});

describe("what was found on a visit", () => {
  it("is read off the rows of a report, whatever rows were taken out before", () => {
    expect(notOnRecord(found)).toEqual([
      { sort: "collateral", name: "Cold store, East Quay 4", kind: "property", value: "800000.00" },
      { sort: "guarantor", name: "周敏 Zhou Min" },
    ]);
    expect(notOnRecord({})).toEqual([]);
  });

  it("is on record once the record holds the name, however it is spaced or written", () => {
    expect(notOnRecord(found, ["cold store，East  Quay 4".normalize("NFKC"), "Somebody else"])).toHaveLength(1);
    expect(notOnRecord(found, ["COLD STORE, EAST QUAY 4", "周敏 ＺＨＯＵ Min"])).toEqual([]);
  });

  it.each(["cn-bank", "cn-microloan"] as const)("is asked by the keys that are read, in %s", (policy) => {
    const items = shippedTemplates(policy).flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
    expect(items.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.values(FOUND_ITEMS)));
  });
});
