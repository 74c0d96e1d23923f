/** Whether Slack takes our token at this moment: a question that changes nothing and tells nobody anything. */
import { classify } from "../outbox/failure-class.ts";
import { readFailure } from "../outbox/slack-failure.ts";
import type { SlackClients } from "./clients.ts";

/** `unknown` where Slack is out of reach or asks to wait: that is another matter. */
export async function tokenState({ people }: SlackClients): Promise<"ok" | "refused" | "unknown"> {
  try {
    await people.auth.test();
    return "ok";
  } catch (error) {
    return classify(readFailure(error)).kind === "stop" ? "refused" : "unknown";
  }
}
