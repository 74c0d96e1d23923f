/**
 * What is set from outside, checked all at once and before anything is opened. The environment is an argument: only
 * the terminal's entry reads the real one. A value is never repeated in a problem, because it may be a secret.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Translate } from "../../texts/index.ts";
import type { HealthPlace } from "../health-address.ts";
import { LOG_LEVELS, type LogLevel } from "../log.ts";
import { databaseProblems, databaseUrl } from "./database-settings.ts";
import {
  DEFAULT_PORT,
  type FactsConfig,
  factsOf,
  factsProblems,
  healthPlace,
  heartbeatProblems,
  type PagesConfig,
  pagesOf,
  pagesProblems,
  placeProblems,
} from "./place-settings.ts";
import { type ProxyConfig, proxyFrom, proxyProblems } from "./proxy-settings.ts";
import { type Environment, misspelt, type Problem, readSettings, type Setting, type Settings } from "./settings.ts";
import { type SlackSettings, slackProblems, slackSettings } from "./slack-settings.ts";

export { FACTS_PATH } from "./place-settings.ts";

export type { Environment, Problem } from "./settings.ts";
export type { SlackSettings } from "./slack-settings.ts";

export interface Config extends PagesConfig, FactsConfig, ProxyConfig {
  readonly slack: SlackSettings;
  /** `file:` with an absolute path, or `postgresql://...` */
  readonly databaseUrl: string;
  readonly port: number;
  /** Where a monitor may ask whether the desk works; nothing listens without it. */
  readonly health?: HealthPlace;
  /** Touched while the watchdog finds all in order. A secret of the monitor's may be part of it. */
  readonly heartbeatUrl?: string;
  readonly dataDir: string;
  /** Our own copies of files that people hand in. */
  readonly evidenceDir: string;
  /** A policy file of the lender's own; without it the shipped one. */
  readonly policyFile?: string;
  /** The extract that `import` and the benchmarks read when no file is named. */
  readonly portfolioFile?: string;
  readonly logLevel: LogLevel;
}

/** Every problem at once, each with its remedy; or the settings. An empty variable counts as not set. */
export function loadConfig(env: Environment): Config | Problem[] {
  const set = readSettings(env);
  const problems = [
    ...misspelt(env),
    ...slackProblems(set),
    ...proxyProblems(env, slackSettings(set)),
    ...databaseProblems(set.DATABASE_URL),
    ...portProblems(set.PORT),
    ...placeProblems("AFTERLOAN_HEALTH", set.AFTERLOAN_HEALTH),
    ...heartbeatProblems(set.AFTERLOAN_HEARTBEAT_URL),
    ...pagesProblems(set),
    ...factsProblems(set),
    ...logLevelProblems(set.LOG_LEVEL),
    ...missingFile("AFTERLOAN_POLICY", set.AFTERLOAN_POLICY),
    ...missingFile("AFTERLOAN_PORTFOLIO", set.AFTERLOAN_PORTFOLIO),
  ];
  return problems.length > 0 ? problems : { ...configFrom(set), ...proxyFrom(env, slackSettings(set)) };
}

/** The one message that lists every problem with its remedy. */
export function problemsText(problems: readonly Problem[], t: Translate): string {
  const lines = problems.map(
    ({ setting, code, values }) =>
      `  ${setting}: ${t(`setting.problem.${code}`, values)}\n    ${t(`setting.remedy.${code}`, values)}`,
  );
  return [t("setting.title", { count: problems.length }), ...lines].join("\n");
}

function configFrom(set: Settings): Config {
  const dataDir = resolve(set.AFTERLOAN_DATA_DIR ?? "data");
  return {
    slack: slackSettings(set),
    databaseUrl: databaseUrl(set.DATABASE_URL, dataDir),
    port: set.PORT === undefined ? DEFAULT_PORT : Number(set.PORT),
    ...healthPlace(set.AFTERLOAN_HEALTH),
    ...(set.AFTERLOAN_HEARTBEAT_URL === undefined ? {} : { heartbeatUrl: set.AFTERLOAN_HEARTBEAT_URL }),
    ...pagesOf(set),
    ...factsOf(set),
    dataDir,
    evidenceDir: resolve(set.AFTERLOAN_EVIDENCE ?? join(dataDir, "evidence")),
    ...(set.AFTERLOAN_POLICY === undefined ? {} : { policyFile: resolve(set.AFTERLOAN_POLICY) }),
    ...(set.AFTERLOAN_PORTFOLIO === undefined ? {} : { portfolioFile: resolve(set.AFTERLOAN_PORTFOLIO) }),
    logLevel: logLevel(set.LOG_LEVEL) ?? "info",
  };
}

function portProblems(port: string | undefined): Problem[] {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return [];
  return [{ setting: "PORT", code: "port" }];
}

function logLevelProblems(level: string | undefined): Problem[] {
  if (level === undefined || logLevel(level) !== undefined) return [];
  return [{ setting: "LOG_LEVEL", code: "log_level", values: { levels: LOG_LEVELS.join(", ") } }];
}

function logLevel(level: string | undefined): LogLevel | undefined {
  return LOG_LEVELS.find((known) => known === level?.toLowerCase());
}

function missingFile(setting: Setting, path: string | undefined): Problem[] {
  if (path === undefined || existsSync(path)) return [];
  return [{ setting, code: "no_file" }];
}
