/** A button that somebody copied by hand into a message of their own: with the id and the value of a real one. */
import { plain } from "../../src/platform/slack/render.ts";
import type { PersonDriver } from "../../src/workspace/workspace.ts";
import type { TestDesk } from "./test-desk.ts";

/** The person presses it by its action id, which is on it nowhere else. */
export async function showButton(desk: TestDesk, person: PersonDriver, action: string, value: string): Promise<void> {
  const button = { type: "button" as const, text: plain("Press", 75), action_id: action, value };
  await desk.ears.clients.people.chat.postMessage({
    channel: person.id,
    text: "Copied",
    blocks: [{ type: "actions", elements: [button] }],
  });
}
