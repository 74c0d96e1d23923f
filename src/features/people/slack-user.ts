/** What Slack says about a user, in `users.list` and in a `user_change` event. */
import { z } from "zod";

export interface SlackUser {
  readonly teamId: string;
  readonly userId: string;
  /** Lower case; missing where Slack does not tell it (bots, or a missing scope). */
  readonly email?: string;
  readonly locale: string;
  readonly timeZone?: string;
  readonly deactivated: boolean;
  readonly bot: boolean;
}

const told = z.looseObject({
  id: z.string(),
  team_id: z.string(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  locale: z.string().default("en-US"),
  tz: z.string().nullish(),
  profile: z.looseObject({ email: z.string().optional() }).default({}),
});

/** Slackbot says that it is no bot. */
const SLACKBOT = "USLACKBOT";

/** Nothing where this is no user as Slack describes one. */
export function readSlackUser(raw: unknown): SlackUser | undefined {
  const { success, data } = told.safeParse(raw);
  if (!success) {
    return undefined;
  }
  const email = data.profile.email?.trim().toLowerCase();
  return {
    teamId: data.team_id,
    userId: data.id,
    ...(email ? { email } : {}),
    locale: data.locale,
    ...(data.tz ? { timeZone: data.tz } : {}),
    deactivated: data.deleted,
    bot: data.is_bot || data.id === SLACKBOT,
  };
}
