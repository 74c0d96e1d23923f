/**
 * What is set from outside, checked all at once and before anything is opened. The environment is an argument: only
 * the terminal's entry reads the real one. A value is never repeated in a problem, because it may be a secret.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import type { TextKey, TextValues, Translate } from "../texts/index.ts";
import type { HealthPlace } from "./health-address.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import type { ProxySettings } from "./slack/way-out.ts";

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
  /** Where the pages listen on which files are handed in and fetched, and how people reach them. */
  readonly pages?: { readonly place: HealthPlace; readonly address: string };
  readonly dataDir: string;
  /** Our own copies of files that people hand in. */
  readonly evidenceDir: string;
  /** A policy file of the lender's own; without it the shipped one. */
  readonly policyFile?: string;
  /** The extract that `import` and the benchmarks read when no file is named. */
  readonly portfolioFile?: string;
  readonly logLevel: LogLevel;
  /** Through which Slack is reached; never the local workspace, nor anything else. */
  readonly proxy?: ProxySettings;
  /** Names of proxy settings that are set and that the desk does not follow. */
  readonly proxiesUnread?: readonly string[];
}

type SettingCode = TextKey extends infer Key ? (Key extends `setting.problem.${infer Code}` ? Code : never) : never;

/** In words: `setting.problem.CODE` and `setting.remedy.CODE`. */
export interface Problem {
  readonly setting: string;
  readonly code: SettingCode;
  readonly values?: TextValues;
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
  "AFTERLOAN_PAGES",
  "AFTERLOAN_PAGES_URL",
  "AFTERLOAN_POLICY",
  "AFTERLOAN_PORTFOLIO",
] as const;
type Setting = (typeof SETTINGS)[number];
type Settings = Partial<Record<Setting, string>>;

const DEFAULT_PORT = 3000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

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
    ...pagesProblems(set),
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
    ...pagesOf(set),
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

const SLACK_FORMS = [
  { setting: "SLACK_BOT_TOKEN", form: /^(xoxb|xoxe\.xoxb)-[\w-]{5,}$/, code: "bot_token" },
  { setting: "SLACK_APP_TOKEN", form: /^xapp-[\w-]{5,}$/, code: "app_token" },
  { setting: "SLACK_SIGNING_SECRET", form: /^(?!xox|xapp)[\w-]{16,}$/, code: "signing_secret" },
] as const;

function slackForms(set: Settings): Problem[] {
  return SLACK_FORMS.flatMap(({ setting, form, code }) => {
    const value = set[setting];
    return value === undefined || form.test(value) ? [] : [{ setting, code }];
  });
}

function slackTogether(set: Settings): Problem[] {
  const bot = set.SLACK_BOT_TOKEN !== undefined;
  const app = set.SLACK_APP_TOKEN !== undefined;
  const secret = set.SLACK_SIGNING_SECRET !== undefined;
  if (app && secret) {
    const both: Problem = { setting: "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET", code: "both_ways" };
    return [both, ...(bot ? [] : [NO_BOT_TOKEN])];
  }
  if (bot && !app && !secret) return [{ setting: "SLACK_APP_TOKEN", code: "no_way" }];
  if (!bot && (app || secret || set.SLACK_API_URL !== undefined)) return [NO_BOT_TOKEN];
  return [];
}

const NO_BOT_TOKEN: Problem = { setting: "SLACK_BOT_TOKEN", code: "no_bot_token" };

function slackApiProblems(url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const setting = "SLACK_API_URL";
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return [{ setting, code: "no_https" }];
  const staysHere = parsed.protocol === "https:" || LOOPBACK.test(parsed.hostname);
  return staysHere ? [] : [{ setting, code: "unencrypted" }];
}

function databaseProblems(url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const setting = "DATABASE_URL";
  if (url.startsWith("file:")) {
    return /^file:(\/\/)?(:memory:.*|\?.*|.*\/)?$/.test(url) ? [{ setting, code: "database_file" }] : [];
  }
  if (!/^postgres(ql)?:\/\//.test(url)) return [{ setting, code: "database_kind" }];
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return [{ setting, code: "database_address" }];
  return parsed.pathname.length > 1 ? [] : [{ setting, code: "database_name" }];
}

/** Other programs read them too, in either spelling; the small one comes first, as everywhere. */
function eitherCase(env: Environment, name: string): { readonly setting: string; readonly value: string } | undefined {
  const setting = [name.toLowerCase(), name].find((spelt) => (env[spelt]?.trim() ?? "") !== "");
  return setting === undefined ? undefined : { setting, value: env[setting]?.trim() ?? "" };
}

/** A newcomer's demonstration asks nothing of the outside, whatever proxy their shell names. */
function proxyProblems(env: Environment, { mode }: SlackSettings): Problem[] {
  const found = mode === "local" ? undefined : eitherCase(env, "HTTPS_PROXY");
  if (found === undefined) return [];
  const parsed = URL.canParse(found.value) ? new URL(found.value) : undefined;
  const isSound = parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.hostname !== "";
  return isSound ? [] : [{ setting: found.setting, code: "proxy" }];
}

/** Everything of Slack's is https. */
function proxyFrom(env: Environment, { mode }: SlackSettings): Pick<Config, "proxy" | "proxiesUnread"> {
  const https = mode === "local" ? undefined : eitherCase(env, "HTTPS_PROXY");
  if (https !== undefined) {
    return { proxy: { url: https.value, except: eitherCase(env, "NO_PROXY")?.value ?? "" } };
  }
  const others = mode === "local" ? [] : ["HTTP_PROXY", "ALL_PROXY"];
  const proxiesUnread = others.flatMap((name) => eitherCase(env, name)?.setting ?? []);
  return proxiesUnread.length === 0 ? {} : { proxiesUnread };
}

/** `PORT`, on this machine only, or `HOST:PORT`. */
const PLACE = /^(?:(?<host>\[[0-9a-f:]+\]|[\w.-]+):)?(?<port>\d{1,5})$/i;

function placeOf(text: string | undefined): HealthPlace | undefined {
  const { host, port } = PLACE.exec(text ?? "")?.groups ?? {};
  return port === undefined ? undefined : { host: (host ?? "127.0.0.1").replace(/^\[|\]$/g, ""), port: Number(port) };
}

function healthPlace(text: string | undefined): { health?: HealthPlace } {
  const health = placeOf(text);
  return health === undefined ? {} : { health };
}

function placeProblems(setting: Setting, text: string | undefined): Problem[] {
  const port = placeOf(text)?.port;
  if (text === undefined || (port !== undefined && port <= 65_535)) return [];
  return [{ setting, code: "health" }];
}

function pagesOf(set: Settings): Pick<Config, "pages"> {
  const place = placeOf(set.AFTERLOAN_PAGES);
  const address = set.AFTERLOAN_PAGES_URL;
  return place === undefined || address === undefined ? {} : { pages: { place, address } };
}

function pagesProblems(set: Settings): Problem[] {
  const { AFTERLOAN_PAGES: place, AFTERLOAN_PAGES_URL: address } = set;
  return [
    ...placeProblems("AFTERLOAN_PAGES", place),
    ...(place !== undefined && address === undefined
      ? [{ setting: "AFTERLOAN_PAGES_URL", code: "pages_no_address" } as const]
      : []),
    ...(place === undefined && address !== undefined
      ? [{ setting: "AFTERLOAN_PAGES", code: "pages_no_place" } as const]
      : []),
    ...addressProblems(address),
    ...samePort(set),
  ];
}

/** Files of customers travel there: unencrypted only on this machine. */
function addressProblems(address: string | undefined): Problem[] {
  if (address === undefined) return [];
  const setting = "AFTERLOAN_PAGES_URL";
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return [{ setting, code: "pages_no_https" }];
  if (url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") {
    return [{ setting, code: "pages_more" }];
  }
  return url.protocol === "http:" && !LOOPBACK.test(url.hostname) ? [{ setting, code: "pages_unencrypted" }] : [];
}

function samePort(set: Settings): Problem[] {
  const pages = placeOf(set.AFTERLOAN_PAGES)?.port;
  const others: readonly (readonly [Setting, number | undefined])[] = [
    ["AFTERLOAN_HEALTH", placeOf(set.AFTERLOAN_HEALTH)?.port],
    ["PORT", set.SLACK_APP_TOKEN === undefined ? Number(set.PORT ?? DEFAULT_PORT) : undefined],
  ];
  return others.flatMap(([other, port]): Problem[] =>
    pages === undefined || pages === 0 || pages !== port
      ? []
      : [{ setting: "AFTERLOAN_PAGES", code: "same_port", values: { other } }],
  );
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

/** A misspelt SLACK_BOT_TOKEN would start a demonstration where a bank expects its desk. */
function misspelt(env: Environment): Problem[] {
  const known: readonly string[] = SETTINGS;
  return Object.keys(env).flatMap((name) => {
    if (!/^(SLACK|AFTERLOAN)_/.test(name) || known.includes(name)) return [];
    const meant = known.find((setting) => distance(setting, name) <= 2);
    if (meant === undefined) return [];
    return [{ setting: name, code: "misspelt", values: { meant } }];
  });
}
