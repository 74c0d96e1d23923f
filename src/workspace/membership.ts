import type { Delivery } from "./delivery/deliver.ts";
import type { PersonSeed } from "./options.ts";
import { personOf, slackUser } from "./records/people.ts";
import type { Person, World } from "./world.ts";

/** Joining, changing and leaving; the app hears of changes by `user_change`. */
export interface PeopleControl {
  add(seed: PersonSeed): void;
  /** Changes what Slack's profile holds: names, title, e-mail, locale, time zone. */
  change(id: string, changes: Partial<Omit<PersonSeed, "id">>): Promise<void>;
  rename(id: string, realName: string): Promise<void>;
  deactivate(id: string): Promise<void>;
}

export function createPeopleControl(world: World, delivery: Delivery): PeopleControl {
  const told = async (person: Person) => {
    person.updated = Math.floor(world.now() / 1000);
    world.changed();
    await delivery.event({ type: "user_change", user: slackUser(world, person, true), cache_ts: person.updated });
    await world.activity.quiet();
  };
  const change = async (id: string, changes: Partial<Omit<PersonSeed, "id">>) => {
    const person = personOf(world, id);
    Object.assign(person, changes);
    await told(person);
  };
  return {
    add(seed) {
      const updated = Math.floor(world.now() / 1000);
      world.people.set(seed.id, { ...seed, deleted: seed.deleted ?? false, isBot: seed.isBot ?? false, updated });
      world.changed();
    },
    change,
    rename: (id, realName) => change(id, { realName }),
    deactivate: (id) => change(id, { deleted: true }),
  };
}
