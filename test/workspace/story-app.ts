import type { App, BlockAction } from "@slack/bolt";
import { reviewers } from "./desk-app.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text });

/** The check form: a text, an amount that dispatches, a choice, a date, a file. */
const checkForm = (step: number, saved = "") => ({
  type: "modal" as const,
  callback_id: "check",
  private_metadata: JSON.stringify({ loan: "L-1", step }),
  notify_on_close: true,
  title: plain(`Check, step ${step}`),
  submit: plain(step === 1 ? "Next" : "Submit"),
  close: plain("Later"),
  blocks:
    step === 1
      ? [
          ...(saved === "" ? [] : [{ type: "context" as const, elements: [plain(`Saved: ${saved}`)] }]),
          {
            type: "input" as const,
            block_id: "met",
            label: plain("People met"),
            element: { type: "plain_text_input" as const, action_id: "met" },
          },
          {
            type: "input" as const,
            block_id: "stock",
            dispatch_action: true,
            label: plain("Stock on site"),
            element: {
              type: "number_input" as const,
              action_id: "stock",
              is_decimal_allowed: false,
              dispatch_action_config: { trigger_actions_on: ["on_character_entered" as const] },
            },
          },
          {
            type: "input" as const,
            block_id: "mode",
            label: plain("Mode"),
            element: {
              type: "static_select" as const,
              action_id: "mode",
              options: [
                { text: plain("On site"), value: "on_site" },
                { text: plain("By phone"), value: "phone" },
              ],
            },
          },
          {
            type: "input" as const,
            block_id: "when",
            optional: true,
            label: plain("Visited on"),
            element: { type: "datepicker" as const, action_id: "when" },
          },
        ]
      : [
          {
            type: "input" as const,
            block_id: "proof",
            label: plain("Evidence"),
            element: { type: "file_input" as const, action_id: "proof" },
          },
        ],
});

export interface Received {
  bodies: Record<string, unknown>[];
  submissions: unknown[];
}

/** A miniature of the desk: a command, a form in two steps, a queue message with buttons, a Home tab. */
export function defineDesk(app: App, received: Received): void {
  app.use(async ({ body, next }) => {
    received.bodies.push({ ...body });
    await next();
  });
  app.command("/postloan", async ({ command, ack, client }) => {
    if (command.text === "whoami") return await ack(`You are ${command.user_id}`);
    await ack();
    if (command.text === "check L-1") await client.views.open({ trigger_id: command.trigger_id, view: checkForm(1) });
  });
  app.action("stock", async ({ ack, body, client, payload }) => {
    await ack();
    const { view } = body as BlockAction;
    const stock = "value" in payload ? String(payload.value) : "";
    await client.views.update({ view_id: view?.id ?? "", hash: view?.hash, view: checkForm(1, stock) });
  });
  app.view("check", async ({ ack, view, client, body }) => {
    const step = JSON.parse(view.private_metadata).step;
    if (step === 1 && Number(view.state.values.stock?.stock?.value) > 999)
      return await ack({ response_action: "errors", errors: { stock: "More than the warehouse holds." } });
    if (step === 1) return await ack({ response_action: "update", view: checkForm(2) });
    received.submissions.push(view.state.values);
    await ack();
    await client.chat.postMessage({
      channel: reviewers,
      text: "A report waits for review",
      metadata: { event_type: "promise", event_payload: { key: "k1" } },
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: `*L-1* by <@${body.user.id}>` } },
        {
          type: "actions",
          elements: [
            { type: "button", action_id: "approve", text: plain("Approve"), value: "L-1", style: "primary" },
            { type: "button", action_id: "return", text: plain("Return"), value: "L-1" },
          ],
        },
      ],
    });
  });
  app.view({ callback_id: "check", type: "view_closed" }, async ({ ack }) => await ack());
  app.action("approve", async ({ ack, body, client, respond }) => {
    await ack();
    const { channel, message } = body as BlockAction;
    if (!channel || !message) return;
    await client.chat.update({ channel: channel.id, ts: message.ts, text: "Approved", blocks: [] });
    await respond({ text: "Thank you.", replace_original: false });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "header", text: plain("Today: 3 checks") }] },
    });
  });
  app.message("hello", async ({ say }) => {
    await say("Good morning.");
  });
}
