/** What a failed Slack call means for a message. Pure; codes as Slack's Web API and its SDK give them. */
export type FailureClass =
  /** Wait and go on. `everywhere`: Slack says that it is the app, not the conversation, that said too much. */
  | { readonly kind: "wait"; readonly ms: number; readonly everywhere: boolean }
  /** It may have arrived: look before sending again. */
  | { readonly kind: "uncertain"; readonly why: string }
  /** This message cannot be drawn by Slack: once more as plain text. */
  | { readonly kind: "plainer"; readonly why: string }
  /** It can never arrive there. */
  | { readonly kind: "dead"; readonly why: string }
  /** Nothing can be sent at all. */
  | { readonly kind: "stop"; readonly why: string };

const STOP = new Set([
  "invalid_auth",
  "token_revoked",
  "account_inactive_token",
  "not_authed",
  "token_expired",
  "org_login_required",
]);
const DEAD = new Set([
  "no_slack_account",
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "user_not_found",
  "user_disabled",
  "account_inactive",
  "cannot_dm_bot",
  "restricted_action",
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
]);
/** Slack's answers to an app that posted too much, without a time to wait; `ratelimited` is the conversation's or the method's. */
const WAIT_EVERYWHERE = new Set(["rate_limited", "message_limit_exceeded", "team_quota_exceeded"]);
const WAIT_HERE = new Set(["ratelimited"]);
const UNTOLD_WAIT_MS = 30_000;
const PLAINER = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"]);
const MAYBE_ARRIVED = new Set([
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
]);

export interface SlackFailure {
  /** `data.error` of a platform error. */
  readonly platform?: string | undefined;
  /** Seconds, of a rate limit. */
  readonly retryAfterS?: number | undefined;
  readonly httpStatus?: number | undefined;
}

export function classify(failure: SlackFailure): FailureClass {
  const limit = limitOf(failure);
  if (limit !== undefined) {
    return limit;
  }
  const why = failure.platform ?? `http ${failure.httpStatus ?? "no answer"}`;
  if (failure.platform === undefined || MAYBE_ARRIVED.has(failure.platform)) {
    return { kind: "uncertain", why };
  }
  if (STOP.has(failure.platform)) {
    return { kind: "stop", why };
  }
  if (PLAINER.has(failure.platform)) {
    return { kind: "plainer", why };
  }
  return { kind: "dead", why: DEAD.has(failure.platform) ? why : `slack: ${why}` };
}

function limitOf({ platform = "", retryAfterS }: SlackFailure): FailureClass | undefined {
  const everywhere = WAIT_EVERYWHERE.has(platform);
  if (retryAfterS === undefined && !everywhere && !WAIT_HERE.has(platform)) {
    return undefined;
  }
  return { kind: "wait", ms: retryAfterS === undefined ? UNTOLD_WAIT_MS : retryAfterS * 1000, everywhere };
}
