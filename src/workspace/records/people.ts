import { DateTime } from "luxon";
import type { Json } from "../json.ts";
import { team } from "../options.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Person, World } from "../world.ts";

/** A person by Slack id. Refuses with `user_not_found`. */
export function personOf(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person) throw new SlackRefusal("user_not_found");
  return person;
}

/** Slack's user object; the locale only where it was asked for (`include_locale`). */
export function slackUser(world: World, person: Person, includeLocale: boolean): Json {
  const offset = DateTime.fromMillis(world.now()).setZone(person.timeZone);
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: offset.isValid ? (offset.offsetNameLong ?? person.timeZone) : person.timeZone,
    tz_offset: offset.isValid ? offset.offset * 60 : 0,
    profile: {
      title: person.title,
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      ...(person.email === "" ? {} : { email: person.email }),
      team: team.id,
    },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updated,
    ...(includeLocale ? { locale: person.locale } : {}),
  };
}

/** Whether they do not want to be disturbed at this moment. */
export const isQuiet = (world: World, { quiet }: Person): boolean =>
  quiet !== undefined && quiet.from <= world.now() && world.now() < quiet.until;
