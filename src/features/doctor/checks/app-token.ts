import { type Finding, fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

/** Whether a socket may be opened; none is. A signing secret cannot be tried from this side. */
export const appToken: Check = {
  name: "app_token",
  needs: ["slack", "token"],
  look: async ({ config: { slack }, probe }) => {
    if (slack.mode !== "socket") {
      return [ok("app_token.http")];
    }
    const answer = await probe.apiCall("apps.connections.open", slack.appToken);
    if (answer.kind !== "answer") {
      return [fail("token.no_answer")];
    }
    return [answer.ok ? ok("app_token.ok") : refused(answer.error)];
  },
};

function refused(error: string): Finding {
  switch (error) {
    case "ratelimited":
      return ok("app_token.limited");
    case "missing_scope":
    case "not_allowed_token_type":
      return fail("app_token.no_scope", { error });
    case "invalid_auth":
    case "not_authed":
    case "token_revoked":
    case "account_inactive":
      return fail("app_token.invalid", { error });
    default:
      return fail("app_token.other", { error });
  }
}
