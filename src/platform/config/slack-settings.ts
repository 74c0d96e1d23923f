/** How the desk reaches Slack: by a socket, by HTTP, or not at all (the local workspace). */
import { LOOPBACK, type Problem, type Settings } from "./settings.ts";

export type SlackSettings =
  /** No Slack settings at all: the local workspace, with the demonstration. */
  | { readonly mode: "local" }
  | { readonly mode: "socket"; readonly botToken: string; readonly appToken: string; readonly apiUrl?: string }
  | { readonly mode: "http"; readonly botToken: string; readonly signingSecret: string; readonly apiUrl?: string };

export function slackSettings(set: Settings): SlackSettings {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  const api = set.SLACK_API_URL === undefined ? {} : { apiUrl: withSlash(set.SLACK_API_URL) };
  if (botToken !== undefined && appToken !== undefined) return { mode: "socket", botToken, appToken, ...api };
  if (botToken !== undefined && signingSecret !== undefined) return { mode: "http", botToken, signingSecret, ...api };
  return { mode: "local" };
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

export function slackProblems(set: Settings): Problem[] {
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
