import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absenceInTheWay, type KnownAbsence, readDays } from "../../src/domain/absence.ts";
import { addDays, isoDate } from "../../src/domain/dates.ts";
import { type ActorFacts, may } from "../../src/domain/may.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { VERBS } from "../../src/domain/rights.ts";
import { covers, uncoveredRole } from "../../src/domain/stand-in.ts";
import { ROLES } from "../../src/domain/vocabulary.ts";

const TODAY = isoDate("2026-03-02");
const day = fc.integer({ min: -3, max: 40 }).map((days) => addDays(TODAY, days));
const person = fc.constantFrom("a", "b", "c", "d");

describe("the days of an absence", () => {
  it("are taken whenever they begin today or later, end no earlier, and last no more than a year", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(isRefusal(readDays(from, to, TODAY))).toBe(from < TODAY || to < from);
      }),
    );
    expect(readDays("2026-03-02", "2027-03-03", TODAY)).toEqual({ fromOn: "2026-03-02", toOn: "2027-03-03" });
    expect(readDays("2026-03-02", "2027-03-04", TODAY)).toMatchObject({ refused: "absence.too_long" });
  });
});

describe("absences entered one after another", () => {
  const wishes = fc.array(fc.record({ personId: person, standInId: person, fromOn: day, toOn: day }), {
    maxLength: 25,
  });

  it("never leave a day on which somebody is away twice, or whose stand-in is away or is themselves", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const known: KnownAbsence[] = [];
        for (const wish of all.filter(({ fromOn, toOn }) => fromOn <= toOn)) {
          const named = { ...wish, personName: wish.personId, standInName: wish.standInId };
          if (absenceInTheWay(named, known) === undefined) known.push(named);
        }
        for (const date of Array.from({ length: 44 }, (_, days) => addDays(TODAY, days - 3))) {
          const away = known.filter(({ fromOn, toOn }) => fromOn <= date && date <= toOn);
          const absent = away.map(({ personId }) => personId);
          expect(new Set(absent).size).toBe(absent.length);
          expect(away.filter(({ standInId }) => absent.includes(standInId))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a stand-in's rights", () => {
  it("fit exactly where nothing that the absent person may do in their unit is refused to the stand-in", () => {
    const actor = (role: (typeof ROLES)[number]): ActorFacts => ({
      personId: "me",
      kind: "person",
      grants: [{ role, unitId: "branch" }],
      standsInFor: [],
    });
    const subjects = [true, false].flatMap((own) =>
      [true, false].map((inUnit) => ({
        unitPath: inUnit ? ["outlet", "branch"] : ["elsewhere"],
        assigneeId: own ? "me" : "somebody",
      })),
    );
    for (const role of ROLES) {
      for (const other of ROLES) {
        const lacks = VERBS.some((verb) =>
          subjects.some((about) => may(actor(role), verb, about).allowed && !may(actor(other), verb, about).allowed),
        );
        expect([role, other, covers(other, role)]).toEqual([role, other, !lacks]);
      }
    }
  });

  it("are asked in the same unit or above, and an administrator's settings of nobody", () => {
    const absent = [
      { role: "account_manager" as const, unitPath: ["outlet", "branch", "head"] },
      { role: "administrator" as const, unitPath: ["head"] },
    ];
    expect(uncoveredRole(absent, [{ role: "account_manager", unitId: "branch" }])).toBeUndefined();
    expect(uncoveredRole(absent, [{ role: "post_loan_officer", unitId: "head" }])).toBeUndefined();
    expect(uncoveredRole(absent, [{ role: "account_manager", unitId: "other" }])).toBe("account_manager");
    expect(uncoveredRole(absent, [{ role: "unit_manager", unitId: "outlet" }])).toBe("account_manager");
  });
});
