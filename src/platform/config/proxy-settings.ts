/** The proxy through which Slack is reached. */
import type { ProxySettings } from "../slack/way-out.ts";
import type { Environment, Problem } from "./settings.ts";
import type { SlackSettings } from "./slack-settings.ts";

/** Other programs read them too, in either spelling; the small one comes first, as everywhere. */
function eitherCase(env: Environment, name: string): { readonly setting: string; readonly value: string } | undefined {
  const setting = [name.toLowerCase(), name].find((spelt) => (env[spelt]?.trim() ?? "") !== "");
  return setting === undefined ? undefined : { setting, value: env[setting]?.trim() ?? "" };
}

export interface ProxyConfig {
  /** Through which Slack is reached; never the local workspace, nor anything else. */
  readonly proxy?: ProxySettings;
  /** Names of proxy settings that are set and that the desk does not follow. */
  readonly proxiesUnread?: readonly string[];
}

/** A newcomer's demonstration asks nothing of the outside, whatever proxy their shell names. */
export function proxyProblems(env: Environment, { mode }: SlackSettings): Problem[] {
  const found = mode === "local" ? undefined : eitherCase(env, "HTTPS_PROXY");
  if (found === undefined) return [];
  const parsed = URL.canParse(found.value) ? new URL(found.value) : undefined;
  const isSound = parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.hostname !== "";
  return isSound ? [] : [{ setting: found.setting, code: "proxy" }];
}

/** Everything of Slack's is https. */
export function proxyFrom(env: Environment, { mode }: SlackSettings): ProxyConfig {
  const https = mode === "local" ? undefined : eitherCase(env, "HTTPS_PROXY");
  if (https !== undefined) {
    return { proxy: { url: https.value, except: eitherCase(env, "NO_PROXY")?.value ?? "" } };
  }
  const others = mode === "local" ? [] : ["HTTP_PROXY", "ALL_PROXY"];
  const proxiesUnread = others.flatMap((name) => eitherCase(env, name)?.setting ?? []);
  return proxiesUnread.length === 0 ? {} : { proxiesUnread };
}
