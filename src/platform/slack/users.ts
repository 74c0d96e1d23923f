/** Slack's users as Slack tells them; what they mean to us is read by the people feature. */
import type { WebClient } from "@slack/web-api";
import { z } from "zod";

const page = z.looseObject({
  members: z.array(z.unknown()).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});
const PAGE = 200;
/** A workspace of 20,000 people; tier 2 allows twenty pages a minute. */
const MOST_PAGES = 100;

/** Throws what Slack answers. */
export async function listUsers(client: WebClient): Promise<unknown[]> {
  const users: unknown[] = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const answer = page.parse(
      await client.users.list({ limit: PAGE, include_locale: true, ...(cursor === undefined ? {} : { cursor }) }),
    );
    users.push(...answer.members);
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) {
      break;
    }
  }
  return users;
}

export async function userById(client: WebClient, userId: string): Promise<unknown> {
  const answer = await client.users.info({ user: userId, include_locale: true });
  return answer.user;
}
