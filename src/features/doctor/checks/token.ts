import { z } from "zod";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

const INVALID = ["invalid_auth", "not_authed", "not_allowed_token_type"];
const REVOKED = ["token_revoked", "account_inactive", "token_expired"];
const bot = z.looseObject({
  bot_id: z.string(),
  team: z.string().default(""),
  team_id: z.string(),
  user: z.string().default(""),
});

export const token: Check = {
  name: "token",
  needs: ["slack", "token"],
  loses: ({ level }) => (level === "fail" ? ["token"] : []),
  look: async (patient) => {
    const answer = await patient.auth();
    if (answer.kind !== "answer") {
      return [fail("token.no_answer")];
    }
    if (answer.ok) {
      const read = bot.safeParse(answer.body);
      return [
        read.success
          ? ok("token.ok", { team: read.data.team, team_id: read.data.team_id, user: read.data.user })
          : fail("token.not_bot"),
      ];
    }
    const { error } = answer;
    if (INVALID.includes(error)) {
      return [fail("token.invalid", { error })];
    }
    return [REVOKED.includes(error) ? fail("token.revoked", { error }) : fail("token.other", { error })];
  },
};
