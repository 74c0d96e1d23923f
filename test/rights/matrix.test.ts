import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActorFacts, may, mayAtAll, nothingInParticular, type SubjectFacts } from "../../src/domain/may.ts";
import { VERBS } from "../../src/domain/rights.ts";
import { ROLES } from "../../src/domain/vocabulary.ts";
import { COLUMNS, isAllowed, MATRIX, POSITIONS } from "./matrix.ts";

const ME = "me";
const MY_UNIT = "branch";
const person = (...grants: ActorFacts["grants"]): ActorFacts => ({
  personId: ME,
  kind: "person",
  grants,
  standsInFor: [],
});
const subject = (own: boolean, inUnit: boolean): SubjectFacts => ({
  unitPath: inUnit ? ["sub-branch", MY_UNIT, "head office"] : ["other branch", "head office"],
  assigneeId: own ? ME : "somebody",
  ownerId: "somebody else",
});

const cells = VERBS.flatMap((verb) =>
  ROLES.flatMap((role) => POSITIONS.map((position) => ({ verb, role, ...position }))),
);

describe("who may do what", () => {
  it("is decided for every role and every verb there is, and for no other", () => {
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
    expect([...MATRIX.keys()].sort()).toEqual([...VERBS].sort());
    expect([...MATRIX.values()].map((row) => row.size)).toEqual(VERBS.map(() => ROLES.length));
    expect(cells).toHaveLength(4_320);
  });

  it.each(ROLES)("for %s is as written by hand, wherever the subject stands", (role) => {
    const wrong = cells
      .filter((cell) => cell.role === role)
      .filter(({ verb, own, inUnit }) => {
        const verdict = may(person({ role, unitId: MY_UNIT }), verb, subject(own, inUnit));
        return verdict.allowed !== isAllowed(MATRIX.get(verb)?.get(role) ?? "-", { own, inUnit });
      });
    expect(wrong).toEqual([]);
  });

  it.each(VERBS)("shows the button of %s to exactly those who could ever press it", (verb) => {
    for (const role of ROLES) {
      const cell = MATRIX.get(verb)?.get(role) ?? "-";
      expect(mayAtAll(person({ role, unitId: MY_UNIT }), verb)).toBe(cell !== "-");
    }
  });

  it("is nothing at all without a role: unset means no", () => {
    for (const verb of VERBS) {
      expect(may(person(), verb, { ...subject(true, true) })).toEqual({ allowed: false, because: "role" });
      expect(mayAtAll(person(), verb)).toBe(false);
    }
  });

  it("lets the system do what the administrator does and decide nothing", () => {
    const system: ActorFacts = { personId: "system", kind: "system", grants: [], standsInFor: [] };
    for (const verb of VERBS) {
      const asAdministrator = MATRIX.get(verb)?.get("administrator") !== "-";
      expect(may(system, verb, nothingInParticular).allowed).toBe(asAdministrator);
    }
    expect(may(system, "approve_report", subject(false, true))).toEqual({ allowed: false, because: "role" });
  });

  it("never reaches a subject without a unit by the unit", () => {
    const nowhere: SubjectFacts = { unitPath: [], assigneeId: null, ownerId: null };
    for (const { verb, role } of cells) {
      const cell = MATRIX.get(verb)?.get(role);
      expect(may(person({ role, unitId: MY_UNIT }), verb, nowhere).allowed).toBe(cell === "a");
    }
  });

  it("counts the work of those one stands in for as one's own, and their role not at all", () => {
    const standIn: ActorFacts = { ...person({ role: "account_manager", unitId: "other" }), standsInFor: ["absent"] };
    const theirs: SubjectFacts = { unitPath: ["branch"], assigneeId: "absent", ownerId: "absent" };
    expect(may(standIn, "submit_report", theirs)).toEqual({ allowed: true, as: "account_manager" });
    expect(may(standIn, "approve_report", theirs)).toEqual({ allowed: false, because: "role" });
  });

  const grants = fc.array(fc.record({ role: fc.constantFrom(...ROLES), unitId: fc.constantFrom("branch", "other") }));
  const verbs = fc.constantFrom(...VERBS);
  const subjects = fc.record({
    unitPath: fc.subarray(["branch", "other"]),
    assigneeId: fc.constantFrom(ME, "absent", "somebody", null),
    ownerId: fc.constantFrom(ME, "absent", "somebody", null),
  });
  const actors = fc.record({ grants, standsInFor: fc.subarray(["absent"]) }).map((some) => ({ ...person(), ...some }));

  it("never lets anybody decide on their own report, whatever roles they hold (four eyes)", () => {
    const decisions = ["open_review", "approve_report", "return_report", "ask_reinspection"] as const;
    fc.assert(
      fc.property(actors, subjects, fc.constantFrom(...decisions), (actor, about, verb) => {
        expect(may(actor, verb, { ...about, notByPersons: ["x", ME] })).toEqual({
          allowed: false,
          because: "four_eyes",
        });
      }),
    );
  });

  it("only grows with another role, and is what some role alone allows", () => {
    fc.assert(
      fc.property(actors, subjects, verbs, (actor, about, verb) => {
        const together = may(actor, verb, about).allowed;
        const alone = actor.grants.some((grant) => may({ ...actor, grants: [grant] }, verb, about).allowed);
        expect(together).toBe(alone);
        expect(together && !mayAtAll(actor, verb)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("says whether the role is missing or the subject is another's", () => {
    const officer = person({ role: "account_manager", unitId: MY_UNIT });
    expect(may(officer, "start_check", subject(false, true))).toEqual({ allowed: false, because: "scope" });
    expect(may(officer, "approve_report", subject(false, true))).toEqual({ allowed: false, because: "role" });
  });
});
