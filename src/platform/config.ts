/**
 * What is set from outside, checked all at once and before anything is opened. The environment is an argument: only
 * the terminal's entry reads the real one. A value is never repeated in a problem, because it may be a secret.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import type { HealthPlace } from "./health-address.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

export type SlackSettings =
  /** No Slack settings at all: the local workspace, with the demonstration. */
  | { readonly mode: "local" }
  | { readonly mode: "socket"; readonly botToken: string; readonly appToken: string; readonly apiUrl?: string }
  | { readonly mode: "http"; readonly botToken: string; readonly signingSecret: string; readonly apiUrl?: string };

export interface Config {
  readonly slack: SlackSettings;
  /** `file:` with an absolute path, or `postgresql://...` */
  readonly databaseUrl: string;
  readonly port: number;
  /** Where a monitor may ask whether the desk works; nothing listens without it. */
  readonly health?: HealthPlace;
  readonly dataDir: string;
  /** Our own copies of files that people hand in. */
  readonly evidenceDir: string;
  /** A policy file of the lender's own; without it the shipped one. */
  readonly policyFile?: string;
  /** The extract that `import` and the benchmarks read when no file is named. */
  readonly portfolioFile?: string;
  readonly logLevel: LogLevel;
}

export interface Problem {
  readonly setting: string;
  readonly problem: string;
  readonly remedy: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const SETTINGS = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_API_URL",
  "DATABASE_URL",
  "PORT",
  "LOG_LEVEL",
  "AFTERLOAN_DATA_DIR",
  "AFTERLOAN_EVIDENCE",
  "AFTERLOAN_HEALTH",
  "AFTERLOAN_POLICY",
  "AFTERLOAN_PORTFOLIO",
] as const;
type Setting = (typeof SETTINGS)[number];
type Settings = Partial<Record<Setting, string>>;

const DEFAULT_PORT = 3000;

/** Every problem at once, each with its remedy; or the settings. An empty variable counts as not set. */
export function loadConfig(env: Environment): Config | Problem[] {
  const set = readSettings(env);
  const problems = [
    ...misspelt(env),
    ...slackProblems(set),
    ...databaseProblems(set.DATABASE_URL),
    ...portProblems(set.PORT),
    ...healthProblems(set.AFTERLOAN_HEALTH),
    ...logLevelProblems(set.LOG_LEVEL),
    ...missingFile("AFTERLOAN_POLICY", set.AFTERLOAN_POLICY),
    ...missingFile("AFTERLOAN_PORTFOLIO", set.AFTERLOAN_PORTFOLIO),
  ];
  return problems.length > 0 ? problems : configFrom(set);
}

/** The one message that lists every problem with its remedy. */
export function problemsText(problems: readonly Problem[]): string {
  const title =
    problems.length === 1 ? "One setting stands in the way:" : `${problems.length} settings stand in the way:`;
  return [title, ...problems.map(({ setting, problem, remedy }) => `  ${setting}: ${problem}\n    ${remedy}`)].join(
    "\n",
  );
}

function readSettings(env: Environment): Settings {
  const set: Settings = {};
  for (const name of SETTINGS) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== "") set[name] = value;
  }
  return set;
}

function configFrom(set: Settings): Config {
  const dataDir = resolve(set.AFTERLOAN_DATA_DIR ?? "data");
  return {
    slack: slackSettings(set),
    databaseUrl: databaseUrl(set.DATABASE_URL, dataDir),
    port: set.PORT === undefined ? DEFAULT_PORT : Number(set.PORT),
    ...healthPlace(set.AFTERLOAN_HEALTH),
    dataDir,
    evidenceDir: resolve(set.AFTERLOAN_EVIDENCE ?? join(dataDir, "evidence")),
    ...(set.AFTERLOAN_POLICY === undefined ? {} : { policyFile: resolve(set.AFTERLOAN_POLICY) }),
    ...(set.AFTERLOAN_PORTFOLIO === undefined ? {} : { portfolioFile: resolve(set.AFTERLOAN_PORTFOLIO) }),
    logLevel: logLevel(set.LOG_LEVEL) ?? "info",
  };
}

function databaseUrl(url: string | undefined, dataDir: string): string {
  if (url === undefined) return `file:${join(dataDir, "afterloan.db")}`;
  if (!url.startsWith("file:") || url.startsWith("file://")) return url;
  return `file:${resolve(url.slice("file:".length))}`;
}

function slackSettings(set: Settings): SlackSettings {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  const api = set.SLACK_API_URL === undefined ? {} : { apiUrl: withSlash(set.SLACK_API_URL) };
  if (botToken !== undefined && appToken !== undefined) return { mode: "socket", botToken, appToken, ...api };
  if (botToken !== undefined && signingSecret !== undefined) return { mode: "http", botToken, signingSecret, ...api };
  return { mode: "local" };
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

function slackProblems(set: Settings): Problem[] {
  return [...slackForms(set), ...slackApiProblems(set.SLACK_API_URL), ...slackTogether(set)];
}

function slackForms(set: Settings): Problem[] {
  const problems: Problem[] = [];
  const mustLook = (setting: Setting, form: RegExp, problem: string, remedy: string) => {
    const value = set[setting];
    if (value !== undefined && !form.test(value)) problems.push({ setting, problem, remedy });
  };
  mustLook(
    "SLACK_BOT_TOKEN",
    /^(xoxb|xoxe\.xoxb)-[\w-]{5,}$/,
    "this is no bot token; one begins with xoxb-",
    "Copy it from the app's page at Slack: OAuth & Permissions, Bot User OAuth Token.",
  );
  mustLook(
    "SLACK_APP_TOKEN",
    /^xapp-[\w-]{5,}$/,
    "this is no app-level token; one begins with xapp-",
    "Create it on the app's page at Slack: Basic Information, App-Level Tokens, with the scope connections:write.",
  );
  mustLook(
    "SLACK_SIGNING_SECRET",
    /^(?!xox|xapp)[\w-]{16,}$/,
    "this is no signing secret; one is 32 letters and digits, without spaces",
    "Copy it from the app's page at Slack: Basic Information, App Credentials, Signing Secret.",
  );
  return problems;
}

function slackTogether(set: Settings): Problem[] {
  const bot = set.SLACK_BOT_TOKEN !== undefined;
  const app = set.SLACK_APP_TOKEN !== undefined;
  const secret = set.SLACK_SIGNING_SECRET !== undefined;
  if (app && secret) {
    return [
      {
        setting: "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET",
        problem: "both ways of hearing Slack are set, and only one can be used",
        remedy: "Keep SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP, and remove the other.",
      },
      ...(bot ? [] : [missingBotToken()]),
    ];
  }
  if (bot && !app && !secret) {
    return [
      {
        setting: "SLACK_APP_TOKEN",
        problem: "missing beside SLACK_BOT_TOKEN",
        remedy: "Set it for Socket Mode, or set SLACK_SIGNING_SECRET for HTTP.",
      },
    ];
  }
  if (!bot && (app || secret || set.SLACK_API_URL !== undefined)) return [missingBotToken()];
  return [];
}

function missingBotToken(): Problem {
  return {
    setting: "SLACK_BOT_TOKEN",
    problem: "missing beside the other Slack settings",
    remedy: "Set it, or remove every SLACK_ setting to start the local workspace.",
  };
}

function slackApiProblems(url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const setting = "SLACK_API_URL";
  const remedy = "Give an address such as https://slack-gov.com/api/, or leave it out for Slack itself.";
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return [{ setting, problem: "this is no https:// address", remedy }];
  }
  if (parsed.protocol === "http:" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(parsed.hostname)) {
    return [{ setting, problem: "tokens would travel unencrypted to another machine", remedy: "Use https:// there." }];
  }
  return [];
}

function databaseProblems(url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const found = (problem: string) => [
    {
      setting: "DATABASE_URL",
      problem,
      remedy: "Use file:data/afterloan.db or postgresql://USER:PASSWORD@HOST:5432/DATABASE.",
    },
  ];
  if (url.startsWith("file:")) {
    return /^file:(\/\/)?(:memory:.*|\?.*|.*\/)?$/.test(url) ? found("this names no file") : [];
  }
  if (!/^postgres(ql)?:\/\//.test(url)) return found("this is neither a file: nor a postgresql:// address");
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return found("this address cannot be read; a password with @, / or # must be encoded");
  return parsed.pathname.length > 1 ? [] : found("this names no database");
}

/** `PORT`, on this machine only, or `HOST:PORT`. */
const HEALTH = /^(?:(?<host>\[[0-9a-f:]+\]|[\w.-]+):)?(?<port>\d{1,5})$/i;

function healthPlace(place: string | undefined): { health?: HealthPlace } {
  const { host, port } = HEALTH.exec(place ?? "")?.groups ?? {};
  return port === undefined
    ? {}
    : { health: { host: (host ?? "127.0.0.1").replace(/^\[|\]$/g, ""), port: Number(port) } };
}

function healthProblems(place: string | undefined): Problem[] {
  const port = healthPlace(place).health?.port;
  if (place === undefined || (port !== undefined && port <= 65_535)) return [];
  const remedy = "Give a port such as 9464 (this machine only), or an address such as 0.0.0.0:9464.";
  return [{ setting: "AFTERLOAN_HEALTH", problem: "this is no port and no HOST:PORT", remedy }];
}

function portProblems(port: string | undefined): Problem[] {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return [];
  return [{ setting: "PORT", problem: "this is no port", remedy: "Give a whole number from 0 to 65535." }];
}

function logLevelProblems(level: string | undefined): Problem[] {
  if (level === undefined || logLevel(level) !== undefined) return [];
  return [{ setting: "LOG_LEVEL", problem: "this is no level", remedy: `Use one of ${LOG_LEVELS.join(", ")}.` }];
}

function logLevel(level: string | undefined): LogLevel | undefined {
  return LOG_LEVELS.find((known) => known === level?.toLowerCase());
}

function missingFile(setting: Setting, path: string | undefined): Problem[] {
  if (path === undefined || existsSync(path)) return [];
  return [{ setting, problem: "there is no such file", remedy: "Give the path of a file that can be read." }];
}

/** A misspelt SLACK_BOT_TOKEN would start a demonstration where a bank expects its desk. */
function misspelt(env: Environment): Problem[] {
  const known: readonly string[] = SETTINGS;
  return Object.keys(env).flatMap((name) => {
    if (!/^(SLACK|AFTERLOAN)_/.test(name) || known.includes(name)) return [];
    const meant = known.find((setting) => distance(setting, name) <= 2);
    if (meant === undefined) return [];
    return [{ setting: name, problem: "nothing reads this setting", remedy: `Rename it to ${meant}, or remove it.` }];
  });
}
