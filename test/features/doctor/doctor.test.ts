import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingsReport } from "../../../src/features/doctor/index.ts";
import { record } from "../../../src/platform/audit/index.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { loadConfig } from "../../../src/platform/config/index.ts";
import { slackProbe } from "../../../src/platform/slack/probe.ts";
import { TEXTS } from "../../../src/texts/index.ts";
import { aPerson, aUnit } from "../../builders/index.ts";
import { aHealthyDesk, configOf, examined, type HealthyDesk, steady, troubles } from "./patient.ts";

/** Settings changed; everything else as in good health. */
function withSettings(desk: HealthyDesk, changes: Record<string, string>): void {
  desk.instruments = steady(configOf({ ...desk.env, ...changes }));
}

const slackAnswers = (code: string) => (desk: HealthyDesk) => {
  desk.workspace.faults.add({ kind: "refused", error: code, on: "auth.test" });
};

/** A way to Slack that breaks as Node reports it. */
const networkFails = (code: string) => async (desk: HealthyDesk) => {
  const real = slackProbe(desk.workspace.apiUrl);
  desk.instruments = {
    ...desk.instruments,
    slack: { ...real, host: "slack.com", apiCall: async () => ({ kind: "unreachable", code }) },
  };
};

async function aMessage(desk: HealthyDesk, minutesAgo: number, more: Record<string, unknown> = {}): Promise<void> {
  const at = new Date(desk.instruments.machineNow().getTime() - minutesAgo * 60_000);
  await desk.database.db.outboxMessage.create({
    data: {
      key: `m${minutesAgo}`,
      kind: "morning",
      state: "pending",
      notBefore: at,
      createdAt: at,
      refs: "{}",
      ...more,
    },
  });
}

type Seed = (desk: HealthyDesk) => unknown;

/** What is broken, what the doctor says, and a word that the remedy must hold. */
const FAULTS: readonly (readonly [string, Seed, string, string])[] = [
  [
    "the bot token is unknown",
    (d) => withSettings(d, { SLACK_BOT_TOKEN: "xoxb-local-another" }),
    "fail token.invalid",
    "SLACK_BOT_TOKEN",
  ],
  ["the token was revoked", slackAnswers("token_revoked"), "fail token.revoked", "Install the app again"],
  ["the app's account is inactive", slackAnswers("account_inactive"), "fail token.revoked", "Install the app again"],
  ["Slack refuses for another reason", slackAnswers("team_access_not_granted"), "fail token.other", "administrators"],
  [
    "the app-level token is unknown",
    (d) => withSettings(d, { SLACK_APP_TOKEN: "xapp-local-another" }),
    "fail app_token.invalid",
    "connections:write",
  ],
  [
    "the app-level token may not open sockets",
    (d) => d.workspace.faults.add({ kind: "refused", error: "missing_scope", on: "apps.connections.open" }),
    "fail app_token.no_scope",
    "connections:write",
  ],
  ["the name of Slack cannot be resolved", networkFails("ENOTFOUND"), "fail reach.no_address", "DNS"],
  ["the firewall closes the way", networkFails("ECONNREFUSED"), "fail reach.closed", "firewall"],
  ["a proxy opens TLS", networkFails("SELF_SIGNED_CERT_IN_CHAIN"), "fail reach.certificate", "NODE_EXTRA_CA_CERTS"],
  [
    "the issuer is unknown",
    networkFails("UNABLE_TO_GET_ISSUER_CERT_LOCALLY"),
    "fail reach.certificate",
    "NODE_EXTRA_CA_CERTS",
  ],
  ["the certificate has expired", networkFails("CERT_HAS_EXPIRED"), "fail reach.certificate_date", "date"],
  [
    "a proxy's page comes in place of Slack's answer",
    (d) => d.workspace.faults.add({ kind: "http_error", status: 403, accepted: false, on: "api.test" }),
    "fail reach.proxy_page",
    "proxy",
  ],
  [
    "this machine's clock is five minutes ahead",
    (d) => {
      const ahead = new Date(d.instruments.machineNow().getTime() + 300_000);
      d.instruments = { ...d.instruments, machineNow: () => ahead };
    },
    "fail clock_skew.far",
    "timedatectl",
  ],
  [
    "this machine's clock is a minute behind",
    (d) => {
      const behind = new Date(d.instruments.machineNow().getTime() - 60_000);
      d.instruments = { ...d.instruments, machineNow: () => behind };
    },
    "warn clock_skew.some",
    "timedatectl",
  ],
  [
    "the token belongs to another workspace",
    (d) => d.database.db.slackAccount.updateMany({ data: { teamId: "T0ANOTHER0" } }),
    "fail team.other",
    "test workspace",
  ],
  [
    "somebody has no Slack account",
    async (d) => aPerson(d.database.db, { email: "new@bank.example", roles: [{ role: "account_manager" }] }),
    "warn people.no_account",
    "Invite",
  ],
  [
    "somebody's Slack account is closed",
    (d) => d.workspace.people.change("U00000002", { deleted: true }),
    "warn people.closed",
    "last day",
  ],
  [
    "two Slack accounts have one e-mail",
    (d) => d.workspace.people.change("U00000003", { email: "wang@bank.example" }),
    "warn people.ambiguous",
    "close all but one",
  ],
  [
    "a Slack account is tied to somebody else",
    async (d) => {
      await aPerson(d.database.db, { email: "late@bank.example", roles: [{ role: "account_manager" }] });
      await d.workspace.people.change("U00000002", { email: "late@bank.example" });
    },
    "warn people.account_of_another",
    "e-mails in the people file",
  ],
  [
    "somebody has no role",
    async (d) => {
      await aPerson(d.database.db, { email: "idle@bank.example" });
      await d.workspace.people.change("U00000003", { email: "idle@bank.example" });
    },
    "warn people.no_role",
    "role",
  ],
  [
    "a conversation is gone",
    (d) => d.database.db.slackAccount.updateMany({ where: { userId: "U00000001" }, data: { channelId: "D0GONE" } }),
    "warn conversations.lost",
    "opens the app once",
  ],
  [
    "the app is not in a channel",
    (d) => aMessage(d, 30, { channelRef: "C0REVIEWS", state: "dead", failure: "not_in_channel" }),
    "warn conversations.lost",
    "/invite",
  ],
  ["a message waits for twenty minutes", (d) => aMessage(d, 20), "warn unsent.late", "Start the desk"],
  ["a message waits for two hours", (d) => aMessage(d, 120), "fail unsent.stuck", "nothing was lost"],
  [
    "it is not known whether a message arrived",
    (d) => aMessage(d, 30, { state: "uncertain" }),
    "warn unsent.uncertain",
    "im:history",
  ],
  [
    "a message could not be delivered",
    (d) => aMessage(d, 30, { state: "dead", failure: "channel_not_found" }),
    "warn unsent.dead",
    "accounts or conversations",
  ],
  [
    "a unit's time zone does not exist",
    (d) => aUnit(d.database.db, { timeZone: "Asia/Beijing" }),
    "fail units.time_zone",
    "Asia/Shanghai",
  ],
  [
    "a unit's calendar does not exist",
    (d) => aUnit(d.database.db, { calendarId: "mars" }),
    "fail units.calendar",
    "policy/calendars/mars.yml",
  ],
  [
    "the calendar's data end soon",
    (d) => {
      const november = new Date("2026-11-25T01:00:00Z");
      d.instruments = { ...d.instruments, machineNow: () => november };
    },
    "warn calendar.ends_soon",
    "chinese-days",
  ],
  [
    "the calendar's data have ended",
    (d) => {
      const later = new Date("2027-02-01T01:00:00Z");
      d.instruments = { ...d.instruments, machineNow: () => later };
    },
    "fail calendar.ended",
    "chinese-days",
  ],
  ["nobody is an administrator", (d) => endRole(d, "administrator"), "warn roles.administrator", "administrator"],
  ["nobody reviews", (d) => endRole(d, "post_loan_officer"), "warn roles.post_loan_officer", "post_loan_officer"],
  [
    "the business clock was moved",
    (d) => d.database.db.setting.create({ data: { key: "clock.offset_ms", value: "3600000" } }),
    "fail business_clock.moved",
    "clock now",
  ],
  ["the disk is full", (d) => roomLeft(d, 10), "fail disk.full", "Make room now"],
  ["the disk is nearly full", (d) => roomLeft(d, 900), "warn disk.low", "Make room"],
  [
    "the evidence folder cannot be written",
    (d) => {
      writeFileSync(join(d.folder, "a-file"), "");
      withSettings(d, { AFTERLOAN_EVIDENCE: join(d.folder, "a-file", "evidence") });
    },
    "fail evidence.not_writable",
    "AFTERLOAN_EVIDENCE",
  ],
  [
    "the policy file has a mistake",
    (d) => {
      const file = join(d.folder, "own.yml");
      writeFileSync(file, "version: 1\ncalendar: mars\n");
      withSettings(d, { AFTERLOAN_POLICY: file });
    },
    "fail policy.invalid",
    "Mend the file there",
  ],
  [
    "the policy file cannot be read",
    (d) => {
      withSettings(d, { AFTERLOAN_POLICY: d.folder });
    },
    "fail policy.unreadable",
    "AFTERLOAN_POLICY",
  ],
  [
    "the tables are older than the program",
    (d) => {
      d.instruments = {
        ...d.instruments,
        schema: async () => ({ applied: 2, pending: ["0003_later"], unknown: [], missingGuards: [] }),
      };
    },
    "warn schema.pending",
    "applies them",
  ],
  [
    "a newer release was here",
    (d) => {
      d.instruments = {
        ...d.instruments,
        schema: async () => ({ applied: 9, pending: [], unknown: ["0099_later"], missingGuards: [] }),
      };
    },
    "fail schema.newer",
    "newer release",
  ],
  [
    "a guard was taken away",
    async ({ database: { raw, kind } }) => {
      const on = kind === "postgres" ? ' ON "AuditEvent"' : "";
      await raw.execute(`DROP TRIGGER "no_delete_of_audit_event_on_delete"${on}`);
    },
    "fail schema.guards",
    "audit verify",
  ],
  [
    "somebody wrote into the audit log",
    async ({ database }) => {
      await database.inTransaction((tx) =>
        record(tx, { at: new Date(0), actorId: "li", verb: "start", subject: { kind: "x", id: "1" } }),
      );
      const on = database.kind === "postgres" ? ' ON "AuditEvent"' : "";
      await database.raw.execute(`DROP TRIGGER "no_update_of_audit_event_on_update"${on}`);
      await database.raw.execute(`UPDATE "AuditEvent" SET "actorId" = 'wang'`);
    },
    "fail audit.broken",
    "compliance",
  ],
];

function endRole(d: HealthyDesk, role: string) {
  return d.database.db.roleGrant.updateMany({ where: { role }, data: { toAt: new Date("2020-01-01T00:00:00Z") } });
}

function roomLeft(d: HealthyDesk, megabytes: number): void {
  d.instruments = { ...d.instruments, freeBytes: async () => megabytes * 1024 * 1024 };
}

/** The shipped policy still waits for compliance: that is no fault of a test's making. */
const KNOWN = "warn policy.legal_review";

describe("the doctor", () => {
  it("finds a healthy desk in order, beside the rules that compliance has yet to read", async () => {
    const desk = await aHealthyDesk();
    const told = await examined(desk.instruments);

    expect(troubles(told)).toEqual([KNOWN]);
    expect(new Set(told.map(({ check }) => check)).size).toBeGreaterThanOrEqual(22);
  });

  it.each(FAULTS)("finds that %s, and says what to do", async (_what, seed, expected, remedy) => {
    const desk = await aHealthyDesk();
    await seed(desk);

    const told = await examined(desk.instruments);

    expect(troubles(told)).toContain(expected);
    expect(told.find(({ level, code }) => `${level} ${code}` === expected)?.remedy).toContain(remedy);
  });

  it("finds what the installation did not grant, and what it granted for nothing", async () => {
    const desk = await aHealthyDesk({
      scopes: (asked) => [...asked.filter((scope) => scope !== "users:read.email"), "channels:history"],
    });
    const told = await examined(desk.instruments);

    expect(troubles(told)).toEqual(expect.arrayContaining(["fail scopes.missing", "warn scopes.more"]));
    expect(told.find(({ code }) => code === "scopes.missing")).toMatchObject({
      found: "not granted: users:read.email",
      remedy: expect.stringContaining("Reinstall"),
    });
  });

  it("finds the port taken, over HTTP", async () => {
    const desk = await aHealthyDesk({ transport: "http" });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    withSettings(desk, { PORT: String(port) });

    const told = await examined(desk.instruments);
    await new Promise((resolve) => other.close(resolve));

    expect(troubles(told)).toContain("fail port.taken");
  });

  it("says every wrong setting with its remedy, and looks at nothing else", () => {
    const problems = loadConfig({ SLACK_BOT_TOKEM: "xoxb-1111111111-abcdefgh", PORT: "http" });
    const { view, faults } = settingsReport(Array.isArray(problems) ? problems : [], "en");

    expect(faults).toBe(2);
    expect(JSON.stringify(view)).toContain("Rename it to SLACK_BOT_TOKEN");
    expect(JSON.stringify(view)).not.toContain("xoxb");
  });

  it("tells one broken thing once: what stands on it is not looked at", async () => {
    const desk = await aHealthyDesk();
    await networkFails("ENOTFOUND")(desk);
    const told = await examined(desk.instruments);

    expect(troubles(told).sort()).toEqual(["fail reach.no_address", KNOWN]);
  });

  it("writes no token, password or name of a customer, whatever is wrong", async () => {
    const desk = await aHealthyDesk();
    withSettings(desk, { SLACK_BOT_TOKEN: "xoxb-local-secretword", SLACK_APP_TOKEN: "xapp-local-secretword" });
    const said = JSON.stringify(await examined(desk.instruments));

    expect(said).not.toContain("secretword");
  });

  it("changes nothing", async () => {
    const desk = await aHealthyDesk();
    const before = await desk.database.db.setting.findMany();
    await examined(desk.instruments);

    expect(await desk.database.db.setting.findMany()).toEqual(before);
    expect(desk.workspace.accepted).toEqual([]);
  });

  it("speaks the reader's language", async () => {
    const desk = await aHealthyDesk();
    await endRole(desk, "administrator");
    const said = await examined(desk.instruments, "zh-Hans");

    expect(said.find(({ code }) => code === "roles.administrator")?.remedy).toContain("人员文件");
  });

  it("speaks it of a policy and a holiday file, too", async () => {
    const desk = await aHealthyDesk();
    const file = join(desk.folder, "own.yml");
    writeFileSync(file, "policy: {id: My Bank}\n");
    withSettings(desk, { AFTERLOAN_POLICY: file });
    const calendars = join(desk.folder, "calendars");
    mkdirSync(calendars);
    writeFileSync(join(calendars, "mars.yml"), "time_zone: Mars/Base\n");
    const said = await examined({ ...desk.instruments, calendars: loadCalendars(calendars) }, "zh-Hans");
    const found = (code: string) => said.find((one) => one.code === code)?.found;

    expect(found("policy.invalid")).toMatch(/^\d+ 处问题；第一处：.*own\.yml:1:1 .*缺少/);
    expect(found("calendar.unsound")).toMatch(/^节假日文件有误：.*mars\.yml:1:1 .*缺少/);
  });
});

describe("every remedy", () => {
  it("belongs to something that is found", () => {
    const orphans = Object.keys(TEXTS.en)
      .filter((key) => key.startsWith("doctor.remedy."))
      .filter((key) => !(key.replace("remedy", "found") in TEXTS.en));

    expect(orphans).toEqual([]);
  });
});
