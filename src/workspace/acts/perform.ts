import type { WorkspaceAct, WorkspaceActAnswer } from "../contract.ts";
import { type Hall, inWords } from "./hall.ts";
import { press, suggest } from "./press.ts";
import { chooseShortcut } from "./shortcut.ts";
import { command, doNotDisturb, markRead, openHome, say } from "./speak.ts";
import { close, submit } from "./submit.ts";

function dispatch(hall: Hall, act: WorkspaceAct): Promise<WorkspaceActAnswer> {
  switch (act.kind) {
    case "open_home":
      return openHome(hall, act.as);
    case "read":
      return Promise.resolve(markRead(hall, act.as, act.channel));
    case "do_not_disturb":
      return Promise.resolve(doNotDisturb(hall, act.as, act.minutes));
    case "say":
      return say(hall, act.as, act.channel, act.text, act.threadTs);
    case "command":
      return command(hall, act.as, act.channel, act.command, act.text);
    case "block_action":
      return press(hall, act);
    case "message_shortcut":
      return chooseShortcut(hall, act);
    case "submit":
      return submit(hall, act.as, act.view, act.values);
    case "close":
      return close(hall, act.as, act.view, act.clearAll);
    case "options":
      return suggest(hall, act);
  }
}

/** Carries out what a person does, on the page or in a test. Resolves once the app has acknowledged, or has not in time. */
export async function perform(hall: Hall, act: WorkspaceAct): Promise<WorkspaceActAnswer> {
  const { world } = hall;
  if (act.kind !== "read" && world.notices.delete(act.as)) world.changed();
  return inWords(async () => await dispatch(hall, act));
}
