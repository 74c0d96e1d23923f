/** Runs every check. What stands on something broken is not looked at, and said to be so. */
import { createClocks } from "../../platform/clock.ts";
import { keptOffsetMs } from "../../platform/kept-clock.ts";
import type { SlackAnswer } from "../../platform/slack/probe.ts";
import { isProblems } from "../../platform/yaml-file.ts";
import { checks } from "./checks/index.ts";
import { type CheckName, type Finding, fail } from "./finding.ts";
import type { Check, Ground, Instruments, Patient } from "./patient.ts";

export interface Examined {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
}

export interface Examination {
  readonly examined: readonly Examined[];
  /** Because something they stand on is broken or not there. */
  readonly unlooked: readonly CheckName[];
  /** They cannot be looked at from where the doctor stands. */
  readonly elsewhere: readonly CheckName[];
}

/**
 * What a desk that runs cannot ask about itself: it holds its own lock and port, a third socket would be counted against the two that it
 * has, its tables were looked at when it started, and the whole audit log is not read beside people who wait.
 */
export const NOT_FROM_INSIDE: readonly CheckName[] = ["port", "desk", "schema", "audit", "app_token"];

/** Opens the database, changes nothing in it, closes it. `except`: what cannot be looked at from here. */
export async function examine(instruments: Instruments, except: readonly CheckName[] = []): Promise<Examination> {
  const patient = await admit(instruments);
  const { slack, probed } = patient;
  const gone = new Set<Ground>([
    ...(slack === undefined ? (["slack"] as const) : []),
    ...(probed.kind === "open" ? [] : (["database", "record"] as const)),
  ]);
  const examined: Examined[] = [];
  const unlooked: CheckName[] = [];
  try {
    for (const check of checks.filter(({ name }) => !except.includes(name))) {
      if (check.needs.some((ground) => gone.has(ground))) {
        unlooked.push(check.name);
        continue;
      }
      const findings = await lookWith(check, patient);
      examined.push({ check: check.name, findings });
      for (const ground of findings.flatMap((found) => check.loses?.(found) ?? [])) gone.add(ground);
    }
  } finally {
    await (probed.kind === "open" ? probed.database.close() : undefined);
  }
  const applies = (name: CheckName) => slack !== undefined || !isOfSlack(name);
  return { examined, unlooked: unlooked.filter(applies), elsewhere: except.filter(applies) };
}

/** Without Slack settings there is nothing of Slack's to look at. */
const isOfSlack = (name: CheckName) => checks.some((check) => check.name === name && check.needs.includes("slack"));

/** A check that breaks is a fault, too; what it broke on may hold a secret and is not repeated. */
async function lookWith(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check.look(patient);
  } catch (failure) {
    return [fail("check.broken", { name: failure instanceof Error ? failure.name : "unknown" })];
  }
}

async function admit(instruments: Instruments): Promise<Patient> {
  const { config, slack, machineNow } = instruments;
  const probed = await instruments.openDatabase();
  const botToken = config.slack.mode === "local" ? "" : config.slack.botToken;
  let asked: Promise<SlackAnswer> | undefined;
  const patient: Patient = {
    ...instruments,
    probed,
    policy: readPolicy(instruments),
    botToken,
    get db() {
      return present(probed.kind === "open" ? probed.database.db : undefined);
    },
    get probe() {
      return present(slack);
    },
    auth: () => {
      asked ??= present(slack).apiCall("auth.test", botToken);
      return asked;
    },
    businessNow: async () => createClocks(await keptOffsetMs(patient.db), () => machineNow().getTime()).now(),
  };
  return patient;
}

function present<T>(thing: T | undefined): T {
  if (thing === undefined) {
    throw new Error("a check looks at what it did not say it needs");
  }
  return thing;
}

function readPolicy({ loadPolicy, policyFile, calendars }: Instruments): Patient["policy"] {
  try {
    return loadPolicy(policyFile, isProblems(calendars) ? [] : calendars.keys());
  } catch (failure) {
    return { unreadable: failure instanceof Error && "code" in failure ? String(failure.code) : "unknown" };
  }
}
