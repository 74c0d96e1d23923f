import type { WorkspaceActAnswer } from "../contract.ts";
import type { Delivery } from "../delivery/deliver.ts";
import type { Receipt } from "../delivery/transport.ts";
import type { Json } from "../json.ts";
import { team } from "../options.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Person, World } from "../world.ts";

/** What every act of a person needs: the state of the workspace and the way to the app. */
export interface Hall {
  world: World;
  delivery: Delivery;
}

/** An act that the person cannot do, in words for them. */
export class ActRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ActRefused";
  }
}

/** The person who acts. Deactivated people and bots do not act. */
export function actorOf(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person || person.isBot) throw new ActRefused(`Nobody here is called ${id}.`);
  if (person.deleted) throw new ActRefused(`${person.realName} is deactivated.`);
  return person;
}

/** What every interaction payload carries. */
export const interactionBase = (world: World, person: Person): Json => ({
  user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
  api_app_id: world.options.bot.appId,
  token: "local",
  team: { id: team.id, domain: team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

const reasons: Record<string, (app: string) => string> = {
  http_timeout: (app) => `${app} didn't respond in time. Try again.`,
  not_connected: (app) => `${app} is not connected. Start it, then try again.`,
  connection_failed: (app) => `${app} could not be reached. Try again.`,
};

/** The notice a person gets when the app did not acknowledge; undefined when it did. */
export function missedNotice(world: World, receipt: Receipt): string | undefined {
  if (receipt.acknowledged) return undefined;
  const app = world.options.bot.name;
  return (reasons[receipt.reason] ?? ((name: string) => `${name} answered with an error. Try again.`))(app);
}

/** Keeps a notice for the person's page and answers the act with it. */
export function answerWith(world: World, person: Person, notice: string | undefined): WorkspaceActAnswer {
  if (notice === undefined) return { ok: true };
  world.notices.set(person.id, notice);
  world.changed();
  return { ok: true, notice };
}

/** Runs a step that a person started; a Slack refusal becomes words for them. */
export async function inWords(step: () => Promise<WorkspaceActAnswer>): Promise<WorkspaceActAnswer> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ActRefused) return { ok: false, error: error.message };
    if (error instanceof SlackRefusal) return { ok: false, error: `Slack would refuse this: ${error.code}` };
    throw error;
  }
}
