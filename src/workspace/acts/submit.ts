import type { WorkspaceActAnswer } from "../contract.ts";
import { type Json, objectOf, stringOf } from "../json.ts";
import { refuseProblems, viewProblems } from "../limits/payloads.ts";
import { issueTrigger } from "../records/triggers.ts";
import { valuesSent } from "../records/view-values.ts";
import { closeModals, pushModal, replaceView, slackView, stackOf, topModal, viewOf } from "../records/views.ts";
import { SlackRefusal } from "../refusal.ts";
import type { Person, View, ViewValues, World } from "../world.ts";
import { entryProblems } from "./entry-checks.ts";
import { ActRefused, actorOf, answerWith, type Hall, interactionBase, missedNotice } from "./hall.ts";
import { withFiles } from "./press.ts";

const connectionTrouble = "We had some trouble connecting. Try again?";

/** The modal on top of this person's screen, if it is this one. */
function onScreen(world: World, person: Person, id: string): View {
  const view = viewOf(world, id);
  if (view.owner !== person.id || topModal(world, person.id)?.id !== id)
    throw new ActRefused("This is no longer on your screen.");
  return view;
}

const closeTop = (world: World, person: Person): View[] =>
  closeModals(world, person.id, stackOf(world, person.id).length - 1);

function showErrors(world: World, view: View, errors: Json): void {
  const blockIds = new Set(view.blocks.map((block) => block.block_id));
  const entries = Object.entries(errors).map(([block, text]): [string, string] => [block, stringOf(text)]);
  // Slack shows nothing at a field that the view does not have, and tells the person that something went wrong.
  if (entries.length === 0 || entries.some(([block]) => !blockIds.has(block))) throw new SlackRefusal("invalid_errors");
  view.errors = Object.fromEntries(entries);
  world.changed();
}

const responses: Record<string, (world: World, person: Person, view: View, body: Json) => void> = {
  errors: (world, _person, view, body) => showErrors(world, view, objectOf(body.errors)),
  clear: (world, person) => void closeModals(world, person.id, 0),
  update: (world, _person, view, body) => {
    const content = objectOf(body.view);
    refuseProblems(viewProblems(content), "invalid_arguments");
    replaceView(world, view, content);
  },
  push: (world, person, _view, body) => {
    const content = objectOf(body.view);
    refuseProblems(viewProblems(content), "invalid_arguments");
    pushModal(world, person.id, content);
  },
};

/** Does what the acknowledgement says; an acknowledgement without words closes the modal. */
function obey(world: World, person: Person, view: View, body: unknown): string | undefined {
  const answer = objectOf(body);
  const action = stringOf(answer.response_action);
  try {
    const respond = responses[action];
    if (respond) respond(world, person, view, answer);
    else if (topModal(world, person.id)?.id === view.id) closeTop(world, person);
    return undefined;
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const messages = JSON.stringify(error.extra);
    world.refused.push({ method: `view_submission.${action}`, error: error.code, messages: [messages] });
    return connectionTrouble;
  }
}

/** A person submits the modal on top: checked as Slack's client does, then one `view_submission`, sent once. */
export async function submit(hall: Hall, as: string, viewId: string, sent: ViewValues): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, as);
  const view = onScreen(world, person, viewId);
  const values = withFiles(world, valuesSent(view.blocks, view.values, sent));
  const problems = entryProblems(view, values);
  view.errors = problems;
  world.changed();
  if (Object.keys(problems).length > 0) return { ok: true };
  view.values = values;
  const receipt = await delivery.once("interactive", {
    type: "view_submission",
    ...interactionBase(world, person),
    trigger_id: issueTrigger(world, person.id),
    view: slackView(world, view),
    response_urls: [],
  });
  if (!receipt.acknowledged) {
    const late = receipt.reason === "http_timeout" ? missedNotice(world, receipt) : undefined;
    return answerWith(world, person, late ?? connectionTrouble);
  }
  return answerWith(world, person, obey(world, person, view, receipt.body));
}

/** A person closes the modal on top, or all of them. The app hears of it only where it asked to, and without values. */
export async function close(hall: Hall, as: string, viewId: string, clearAll: boolean): Promise<WorkspaceActAnswer> {
  const { world, delivery } = hall;
  const person = actorOf(world, as);
  // Pressed twice, or closed in another window: it is closed, and that was wanted.
  if (![...world.views.values()].some(({ id }) => id === viewId)) return { ok: true };
  const view = onScreen(world, person, viewId);
  const everything = clearAll || view.clearOnClose;
  const closed = everything ? closeModals(world, person.id, 0) : closeTop(world, person);
  for (const gone of closed.filter((one) => one.notifyOnClose)) {
    await delivery.once("interactive", {
      type: "view_closed",
      ...interactionBase(world, person),
      view: slackView(world, gone, false),
      is_cleared: everything,
    });
  }
  return { ok: true };
}
