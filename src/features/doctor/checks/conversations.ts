import { ok, some, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

/** As many as Slack lets us ask in a moment without troubling the desk that runs. */
const LOOKED_AT = 20;
const LOST = ["channel_not_found", "not_in_channel", "is_archived"];

/** Where messages go: conversations with people, which the app may look into, and channels, which it may not. */
export const conversations: Check = {
  name: "conversations",
  needs: ["slack", "token", "record"],
  look: async (patient) => {
    const places = await conversationsOf(patient);
    const lost = await refusedChannels(patient);
    const answers = await Promise.all(
      places.map(async ({ channel, who }) => {
        const answer = await patient.probe.apiCall("conversations.history", patient.botToken, { channel, limit: "1" });
        return answer.kind === "answer" && LOST.includes(answer.error) ? [`${who} (${answer.error})`] : [];
      }),
    );
    lost.push(...answers.flat());
    return [
      lost.length === 0
        ? ok("conversations.ok", { count: places.length })
        : warn("conversations.lost", { count: lost.length, places: some(lost) }),
    ];
  },
};

async function conversationsOf({ db }: Patient): Promise<{ channel: string; who: string }[]> {
  const accounts = await db.slackAccount.findMany({
    where: { endedAt: null, channelId: { not: null } },
    orderBy: { matchedAt: "desc" },
    include: { person: { select: { email: true } } },
    take: LOOKED_AT,
  });
  return accounts.flatMap(({ channelId, person }) =>
    channelId === null ? [] : [{ channel: channelId, who: person.email }],
  );
}

/** Channels that Slack last refused to a message: to ask beforehand would need a permission more. */
async function refusedChannels({ db }: Patient): Promise<string[]> {
  const told = await db.outboxMessage.findMany({
    where: { channelRef: { not: null }, state: { in: ["sent", "dead"] } },
    orderBy: { createdAt: "desc" },
    distinct: ["channelRef"],
    select: { channelRef: true, state: true, failure: true },
    take: LOOKED_AT,
  });
  return told
    .filter(({ state, failure }) => state === "dead" && LOST.includes(failure ?? ""))
    .map(({ channelRef, failure }) => `${channelRef} (${failure})`);
}
