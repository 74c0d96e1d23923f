import { beforeEach, describe, expect, it } from "vitest";
import {
  contextFor,
  matchPeople,
  readSlackUser,
  refreshUser,
  unmatchedPeople,
} from "../../../src/features/people/index.ts";
import { anAdministrator, anOfficer, type PersonRow } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { sure } from "../portfolio/extracts.ts";

let world: World;
let wang: PersonRow;
beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  wang = await anOfficer(world.db, { name: "王平", email: "wang.ping@bank.example" });
});

const TEAM = "T0BANK";
type Wishes = Partial<{
  email: string;
  deleted: boolean;
  is_bot: boolean;
  locale: string;
  tz: string;
  real_name: string;
}>;

/** A user as Slack tells it. */
function user(id: string, { email, real_name = "Somebody", ...rest }: Wishes = {}) {
  const profile = email === undefined ? { real_name } : { real_name, email };
  const told = readSlackUser({ id, team_id: TEAM, tz: "Asia/Shanghai", locale: "zh-CN", profile, ...rest });
  if (told === undefined) throw new Error("no user");
  return told;
}

const match = async (...users: ReturnType<typeof user>[]) => sure(await matchPeople(world.system(), users));
const refresh = async (one: ReturnType<typeof user>) => sure(await refreshUser(world.system(), one));
const whoIs = async (userId: string) => (await contextFor(world.parts, { teamId: TEAM, userId }))?.actor.personId;

describe("matching people to Slack", () => {
  it("ties a person to the user with the same e-mail, in whatever case", async () => {
    expect(await match(user("U1", { email: "Wang.Ping@Bank.example" }))).toEqual({ matched: 1, unmatched: [] });
    expect(await whoIs("U1")).toBe(wang.id);
  });

  it("never by the name that is shown", async () => {
    const report = await match(
      user("U1", { real_name: "王平" }),
      user("U2", { real_name: "王平", email: "other@x.example" }),
    );
    expect(report.unmatched).toEqual([
      { personId: wang.id, name: "王平", email: "wang.ping@bank.example", reason: "no_account", candidates: [] },
    ]);
    expect(await world.db.slackAccount.count()).toBe(0);
  });

  it("leaves two users with one e-mail to the administrator", async () => {
    const twin = { email: "wang.ping@bank.example" };
    const report = await match(user("U1", twin), user("U2", twin));
    expect(report.unmatched).toMatchObject([{ reason: "ambiguous", candidates: ["U1", "U2"] }]);
    expect(await whoIs("U1")).toBeUndefined();
    const admin = await anAdministrator(world.db);
    const told = sure(await unmatchedPeople(await world.as(admin.id)));
    expect(told).toMatchObject([{ personId: wang.id, reason: "ambiguous" }]);
  });

  it("gives no account to bots, closed accounts and leavers", async () => {
    await anOfficer(world.db, { email: "left@bank.example", leftOn: "2026-03-01" });
    const report = await match(
      user("U1", { email: "wang.ping@bank.example", is_bot: true }),
      user("U2", { email: "wang.ping@bank.example", deleted: true }),
      user("U3", { email: "left@bank.example" }),
    );
    expect(report.unmatched).toMatchObject([{ personId: wang.id, reason: "no_account" }]);
    expect(await world.db.slackAccount.count()).toBe(0);
  });

  it("does nothing the second time, and forgets that somebody was unmatched once they are not", async () => {
    await match(user("U9"));
    const one = user("U1", { email: "wang.ping@bank.example" });
    await match(one);
    const events = await world.db.auditEvent.count();
    await match(one);
    expect(await world.db.auditEvent.count()).toBe(events);
    expect(await world.db.unmatchedPerson.count()).toBe(0);
  });
});

describe("a user who changes in Slack", () => {
  beforeEach(() => match(user("U1", { email: "wang.ping@bank.example" })));

  it("is spoken to in the new language and by the new clock", async () => {
    await refresh(user("U1", { email: "wang.ping@bank.example", locale: "en-GB", tz: "Europe/London" }));
    const ctx = await contextFor(world.parts, { teamId: TEAM, userId: "U1" });
    expect(ctx).toMatchObject({ language: "en", actor: { timeZone: "Europe/London" } });
  });

  it("can do nothing any more once the account is closed, and everything again once it is opened", async () => {
    await refresh(user("U1", { email: "wang.ping@bank.example", deleted: true }));
    expect(await whoIs("U1")).toBeUndefined();
    expect(await world.db.unmatchedPerson.findMany()).toMatchObject([{ personId: wang.id, reason: "no_account" }]);
    await refresh(user("U1", { email: "wang.ping@bank.example" }));
    expect(await whoIs("U1")).toBe(wang.id);
  });

  it("is no longer that person under another e-mail, and becomes the one whose e-mail it is", async () => {
    const li = await anOfficer(world.db, { email: "li.wen@bank.example" });
    await refresh(user("U1", { email: "li.wen@bank.example" }));
    expect(await whoIs("U1")).toBe(li.id);
    expect(await world.db.unmatchedPerson.findMany()).toMatchObject([{ personId: wang.id, reason: "no_account" }]);
  });

  it("does not take over a person who has an account already", async () => {
    const report = await refresh(user("U2", { email: "wang.ping@bank.example" }));
    expect(report.unmatched).toMatchObject([{ reason: "ambiguous" }]);
    expect(await whoIs("U2")).toBeUndefined();
    expect(await whoIs("U1")).toBe(wang.id);
  });

  it("may be somebody we do not know, and stays so", async () => {
    expect(await refresh(user("U7", { email: "stranger@x.example" }))).toEqual({ matched: 0, unmatched: [] });
  });
});
