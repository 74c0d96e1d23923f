import { statfs } from "node:fs/promises";
import { inspectSchema } from "../prisma/migrate.ts";
import {
  type DoctorReport,
  doctorReport,
  examine,
  type Instruments,
  NOT_FROM_INSIDE,
  settingsReport,
} from "../src/features/doctor/index.ts";
import { shipped } from "../src/open-parts.ts";
import { loadCalendars } from "../src/platform/calendars/index.ts";
import { defineProgram, type Typed } from "../src/platform/commands/definition.ts";
import type { Config } from "../src/platform/config/index.ts";
import { askPages } from "../src/platform/pages/probe.ts";
import { loadPolicy } from "../src/platform/policy-file.ts";
import { askPushes } from "../src/platform/pushes/probe.ts";
import { createSlackClients } from "../src/platform/slack/clients.ts";
import { manifestScopes } from "../src/platform/slack/manifest.ts";
import { slackProbe } from "../src/platform/slack/probe.ts";
import { listUsers } from "../src/platform/slack/users.ts";
import { openWayOut } from "../src/platform/slack/way-out.ts";
import { probeDatabase } from "../src/platform/storage/index.ts";
import { writeView } from "../src/platform/terminal/run.ts";

/** Exit code 1 where there is a fault; warnings do not count. Opens what it looks at by itself, and changes nothing. */
export const doctor = defineProgram({
  name: "doctor",
  summary: "command.doctor.summary",
  flags: { json: { type: "boolean" } },
  verb: "examine_desk",
  program: async (config, typed) => tell(doctorReport(await examine(instrumentsOf(config)), typed.language), typed),
  inSlack: async (ctx, config) =>
    doctorReport(await examine(instrumentsOf(config), NOT_FROM_INSIDE), ctx.language).view,
  withoutSettings: async (problems, typed) => tell(settingsReport(problems, typed.language), typed),
});

function tell({ view, faults }: DoctorReport, { words }: Typed): number {
  writeView(view, words.includes("--json"), process.stdout);
  return faults > 0 ? 1 : 0;
}

/** The real ways of looking; a test gives its own. */
export function instrumentsOf(config: Config): Instruments {
  const { slack, databaseUrl } = config;
  const way = openWayOut(config.proxy);
  return {
    config,
    slack: slack.mode === "local" ? undefined : slackProbe(slack.apiUrl, way),
    neededScopes: manifestScopes(shipped("manifest.yml")),
    policyFile: config.policyFile ?? shipped("policy/cn-bank.yml"),
    calendars: loadCalendars(shipped("policy/calendars")),
    machineNow: () => new Date(),
    openDatabase: () => probeDatabase(databaseUrl),
    schema: () => inspectSchema(databaseUrl),
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    loadPolicy,
    askPages,
    askPushes,
    listUsers: async () =>
      slack.mode === "local" ? [] : listUsers(createSlackClients(slack.botToken, slack.apiUrl, await way).queue),
  };
}
