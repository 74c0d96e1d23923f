/**
 * Slack's Web API asked bare, for whoever looks what is wrong: the SDK keeps Slack's clock, the granted scopes and the
 * reason of a broken connection to itself. Nobody is told anything by these calls.
 */
import { z } from "zod";
import { networkReason } from "../network-reason.ts";
import { DIRECT, type WayOut } from "./way-out.ts";

export type SlackAnswer =
  | {
      readonly kind: "answer";
      readonly ok: boolean;
      /** Slack's own code; empty where it was content. */
      readonly error: string;
      readonly body: Readonly<Record<string, unknown>>;
      /** Slack's clock, to the second. */
      readonly date: Date | undefined;
      /** What the token may do, where Slack says it. */
      readonly scopes: readonly string[] | undefined;
    }
  /** Something else answered in Slack's place. */
  | { readonly kind: "not_slack"; readonly status: number }
  /** As Node names it: ENOTFOUND, SELF_SIGNED_CERT_IN_CHAIN ... */
  | { readonly kind: "unreachable"; readonly code: string };

export interface SlackProbe {
  /** Where Slack is looked for, without path and credentials. */
  readonly host: string;
  /** Never throws for what the network or Slack does. */
  apiCall(method: string, token?: string, args?: Readonly<Record<string, string>>): Promise<SlackAnswer>;
}

const SLACK = "https://slack.com/api/";
const TIMEOUT_MS = 8_000;
const said = z.looseObject({ ok: z.boolean(), error: z.string().default("") });

export function slackProbe(apiUrl: string = SLACK, way: Promise<WayOut> = Promise.resolve(DIRECT)): SlackProbe {
  return {
    host: new URL(apiUrl).host,
    apiCall: async (method, token, args = {}) => {
      try {
        const answer = await (await way).fetch(new URL(method, apiUrl), {
          method: "POST",
          headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
          body: new URLSearchParams(args),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return read(answer.status, answer.headers, await answer.text());
      } catch (failure) {
        return { kind: "unreachable", code: networkReason(failure) };
      }
    },
  };
}

function read(status: number, headers: { get(name: string): string | null }, text: string): SlackAnswer {
  const body = said.safeParse(jsonOf(text));
  if (!body.success) {
    return { kind: "not_slack", status };
  }
  const date = new Date(headers.get("date") ?? "");
  return {
    kind: "answer",
    ok: body.data.ok,
    error: body.data.ok ? "" : body.data.error,
    body: body.data,
    date: Number.isNaN(date.getTime()) ? undefined : date,
    scopes: headers
      .get("x-oauth-scopes")
      ?.split(",")
      .map((scope) => scope.trim())
      .filter((scope) => scope !== ""),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
