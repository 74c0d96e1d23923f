import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

/** A token of the test workspace on the real book, or the other way round. */
export const team: Check = {
  name: "team",
  needs: ["slack", "token", "record"],
  look: async (patient) => {
    const answer = await patient.auth();
    const own = answer.kind === "answer" ? String(answer.body.team_id ?? "") : "";
    const tied = await patient.db.slackAccount.groupBy({ by: ["teamId"], where: { endedAt: null } });
    const known = tied.map(({ teamId }) => teamId);
    return [
      known.length === 0 || known.includes(own)
        ? ok("team.ok", { team: own })
        : fail("team.other", { team: own, known: known.join(", ") }),
    ];
  },
};
