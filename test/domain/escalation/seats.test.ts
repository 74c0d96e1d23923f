import { describe, expect, it } from "vitest";
import { rolesOfClock, seatedAt } from "../../../src/domain/escalation/index.ts";
import type { Role } from "../../../src/domain/vocabulary.ts";

const clock = { path: [{ role: "unit_manager" }, { role: "risk_manager" }, { role: "head_office_manager" }] } as const;
const holding = (held: Partial<Record<Role, string[]>>) => (role: Role) => held[role] ?? [];

describe("Who sits at a rung", () => {
  it("is whoever holds its role", () => {
    const holders = holding({ unit_manager: ["sun"], risk_manager: ["qian"] });
    expect(seatedAt({ role: "unit_manager", rung: 0 }, clock, holders)).toEqual({ personIds: ["sun"], vacant: [] });
  });
  it("is the next above at once where nobody holds it, and the empty posts are named", () => {
    const holders = holding({ head_office_manager: ["zhou"] });
    expect(seatedAt({ role: "account_manager", rung: -1 }, clock, holders)).toEqual({
      personIds: ["zhou"],
      vacant: ["account_manager", "unit_manager", "risk_manager"],
    });
  });
  it("is nobody where the whole ladder is empty: an administrator sees no customers", () => {
    const rung = { role: "risk_manager", rung: 1 } as const;
    expect(seatedAt(rung, clock, holding({ administrator: ["ma"] }))).toEqual({
      personIds: [],
      vacant: ["risk_manager", "head_office_manager"],
    });
  });
  it("asks only for roles that can be told", () => {
    expect(rolesOfClock(clock)).toEqual(["account_manager", "unit_manager", "risk_manager", "head_office_manager"]);
  });
});
