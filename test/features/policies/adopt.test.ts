/** A new policy needs two persons, and compliance signs off what it has read (design, "Policy is a file"). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countUnreviewed, unreviewedRules } from "../../../src/domain/policy/unreviewed.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { adoptPolicy, withdrawProposal } from "../../../src/features/policies/adopt.ts";
import { proposePolicy } from "../../../src/features/policies/propose.ts";
import { signOffRule } from "../../../src/features/policies/sign-off.ts";
import type { Context, Parts } from "../../../src/platform/context.ts";
import { openPolicies } from "../../../src/platform/policies.ts";
import { loadPolicy, versionOf } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { spokenRefusal } from "../../../src/texts/refusal-sentence.ts";
import { aPerson, aUnit } from "../../builders/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const loaded = loadPolicy("policy/cn-bank.yml");
if (isProblems(loaded)) throw new Error("the shipped policy is sound");
const { policy } = loaded;
const NEXT = versionOf({ ...policy, policy: { ...policy.policy, version: "2026.2" } });

/** Where this desk serves pages for files. */
const PAGES = "https://files.bank.example";
const BY_LINK = versionOf({
  ...NEXT.policy,
  documents: { ...NEXT.policy.documents, mode: "link" },
});

let database: TestDatabase;
let parts: Parts;
let people: Record<"admin" | "head" | "both" | "compliance" | "officer", string>;

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-02T09:05:00+08:00");
  const unit = await aUnit(database.db, { name: "Head office", kind: "head_office" });
  const person = async (name: string, ...roles: string[]) =>
    (
      await aPerson(database.db, {
        name,
        unitId: unit.id,
        roles: roles.map((role) => ({ role: role as "administrator" })),
      })
    ).id;
  people = {
    admin: await person("Admin", "administrator"),
    head: await person("Head", "head_office_manager"),
    both: await person("Both", "administrator", "head_office_manager"),
    compliance: await person("Compliance", "compliance"),
    officer: await person("Officer", "account_manager"),
  };
});
afterEach(() => database.close());

async function as(who: keyof typeof people): Promise<Context> {
  const ctx = await contextOfPerson(parts, people[who]);
  if (ctx === undefined) throw new Error(`${who} is not there`);
  return ctx;
}

async function proposed(by: keyof typeof people = "admin", version = NEXT): Promise<string> {
  const outcome = await proposePolicy(await as(by), version);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome.proposalId;
}

describe("a policy that is put forward", () => {
  it("changes nothing until another person adopts it, and then at once", async () => {
    const id = await proposed();
    expect(parts.policies.inForce().policy.policy.version).toBe(policy.policy.version);

    const outcome = await adoptPolicy(await as("head"), id);

    expect(outcome).toMatchObject({ version: "2026.2" });
    expect(parts.policies.inForce().policy.policy.version).toBe("2026.2");
    const events = await database.db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ["policy.proposed", people.admin],
      ["policy.adopted", people.head],
    ]);
  });

  it("that sends files by link is adopted only where the desk serves pages; refused with the remedy, it still waits", async () => {
    const id = await proposed("admin", BY_LINK);

    const refused = await adoptPolicy(await as("head"), id);

    expect(refused).toMatchObject({ refused: "policy.no_pages" });
    expect(isRefusal(refused) && spokenRefusal("en", refused)).toMatch(/Set AFTERLOAN_PAGES and AFTERLOAN_PAGES_URL/);
    expect(parts.policies.inForce().policy.documents.mode).toBe("slack");
    parts.pages.address = PAGES;
    expect(await adoptPolicy(await as("head"), id)).toMatchObject({ version: "2026.2" });
    expect(parts.policies.inForce().policy.documents.mode).toBe("link");
  });

  it("is not adopted by who put it forward, whatever their roles", async () => {
    const id = await proposed("both");
    expect(await adoptPolicy(await as("both"), id)).toMatchObject({ refused: "may.four_eyes" });
    expect(await adoptPolicy(await as("head"), id)).toMatchObject({ version: "2026.2" });
  });

  it("is not adopted or put forward by who may not", async () => {
    expect(await proposePolicy(await as("officer"), NEXT)).toMatchObject({ refused: "may.role" });
    const id = await proposed();
    for (const who of ["officer", "admin", "compliance"] as const) {
      expect(await adoptPolicy(await as(who), id)).toMatchObject({ refused: "may.role" });
    }
    expect(await signOffRule(await as("head"), id, "classification")).toMatchObject({ refused: "may.role" });
  });

  it("waits alone, can be taken back, and is then not adopted", async () => {
    const id = await proposed();
    expect(await proposePolicy(await as("both"), NEXT)).toMatchObject({ refused: "policy.one_waits" });
    expect(await withdrawProposal(await as("admin"), id)).toBeUndefined();
    expect(await adoptPolicy(await as("head"), id)).toMatchObject({ refused: "policy.nothing_waits" });
  });

  it("bears a version of its own: what was in force under that name is not put forward again with other words", async () => {
    const id = await proposed();
    const [rule] = unreviewedRules(NEXT.policy);
    await signOffRule(await as("compliance"), id, rule?.path ?? "");
    await adoptPolicy(await as("head"), id);
    expect(await proposePolicy(await as("admin"), NEXT)).toMatchObject({ refused: "policy.version_taken" });
    const next = versionOf({ ...NEXT.policy, policy: { ...NEXT.policy.policy, version: "2026.3" } });
    expect(isRefusal(await proposePolicy(await as("admin"), next))).toBe(false);
  });

  it("is not adopted before it takes effect", async () => {
    const later = versionOf({ ...NEXT.policy, policy: { ...NEXT.policy.policy, effective: "2026-07-01" } });
    const outcome = await proposePolicy(await as("admin"), later);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    expect(await adoptPolicy(await as("head"), outcome.proposalId)).toMatchObject({
      refused: "policy.not_yet",
      values: { date: "2026-07-01" },
    });
  });

  it("is in force in a process that starts later, and in one beside this within a refresh", async () => {
    const beside = await openPolicies(database, loaded as never, new Date("2026-03-02T01:00:00Z"));
    const id = await proposed();
    await adoptPolicy(await as("head"), id);

    const later = await openPolicies(database, loaded as never, new Date("2026-03-03T01:00:00Z"));
    expect(later.inForce().policy.policy.version).toBe("2026.2");
    expect(beside.inForce().policy.policy.version).toBe(policy.policy.version);
    await beside.refresh();
    expect(beside.inForce().policy.policy.version).toBe("2026.2");
  });
});

describe("legal review", () => {
  it("is signed off rule by rule, with the words that were read; the mark goes at adoption", async () => {
    const id = await proposed();
    const rules = unreviewedRules(NEXT.policy);
    const rule = rules.find(({ path }) => path.endsWith("owner_debt_service_ratio"));
    if (rule === undefined) throw new Error("the shipped policy marks it");

    expect(await signOffRule(await as("compliance"), id, rule.path)).toBeUndefined();
    expect(await signOffRule(await as("compliance"), id, rule.path)).toBeUndefined();
    expect(await signOffRule(await as("compliance"), id, "no.such.rule")).toMatchObject({
      refused: "policy.nothing_waits",
    });
    await adoptPolicy(await as("head"), id);

    const [signed, ...others] = await database.db.policySignOff.findMany();
    expect(others).toEqual([]);
    expect(signed).toMatchObject({ path: rule.path, ruleText: rule.text, signedById: people.compliance });
    const adopted = parts.policies.inForce().policy;
    expect(countUnreviewed(adopted)).toBe(rules.length - 1);
    expect(unreviewedRules(adopted).map(({ path }) => path)).not.toContain(rule.path);
  });
});
