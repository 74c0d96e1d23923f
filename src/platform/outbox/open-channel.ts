/** A direct-message channel is opened and stored before its first post, so that a message can be found and edited later. */
import type { Delivery } from "./delivery.ts";
import { needTurn } from "./turns.ts";

const NO_ACCOUNT = "no_slack_account";

/** Of the latest account, whose language is spoken too. Throws what Slack answers, or that it is too early; the caller judges it. */
export async function openChannel(delivery: Delivery, personId: string): Promise<string> {
  const { db } = delivery.parts.database;
  const account = await db.slackAccount.findFirst({
    where: { personId, endedAt: null },
    orderBy: { matchedAt: "desc" },
  });
  if (account === null) {
    throw { data: { error: NO_ACCOUNT } };
  }
  if (account.channelId !== null) {
    return account.channelId;
  }
  await needTurn(delivery, "conversations.open");
  const opened = await delivery.client.conversations.open({ users: account.userId });
  const channelId = opened.channel?.id ?? account.userId;
  await db.slackAccount.update({ where: { id: account.id }, data: { channelId } });
  return channelId;
}
