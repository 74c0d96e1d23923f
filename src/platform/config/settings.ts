/** The names of the settings, how they are read, and what can be wrong with one. */
import { distance } from "fastest-levenshtein";
import type { TextKey, TextValues } from "../../texts/index.ts";

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
  "AFTERLOAN_FACTS",
  "AFTERLOAN_FACTS_SECRET",
  "AFTERLOAN_HEALTH",
  "AFTERLOAN_HEARTBEAT_URL",
  "AFTERLOAN_PAGES",
  "AFTERLOAN_PAGES_URL",
  "AFTERLOAN_POLICY",
  "AFTERLOAN_PORTFOLIO",
] as const;
export type Setting = (typeof SETTINGS)[number];
export type Settings = Partial<Record<Setting, string>>;

/** On this machine: what goes there may go unencrypted. */
export const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** An empty variable counts as not set. */
export function readSettings(env: Environment): Settings {
  const set: Settings = {};
  for (const name of SETTINGS) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== "") set[name] = value;
  }
  return set;
}

/** A misspelt SLACK_BOT_TOKEN would start a demonstration where a bank expects its desk. */
export function misspelt(env: Environment): Problem[] {
  const known: readonly string[] = SETTINGS;
  return Object.keys(env).flatMap((name) => {
    if (!/^(SLACK|AFTERLOAN)_/.test(name) || known.includes(name)) return [];
    const meant = known.find((setting) => distance(setting, name) <= 2);
    if (meant === undefined) return [];
    return [{ setting: name, code: "misspelt", values: { meant } }];
  });
}
