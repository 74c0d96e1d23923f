import type { App, BlockAction } from "@slack/bolt";
import type { View } from "@slack/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, li, reviewers, wang } from "./desk-app.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: "input",
  block_id,
  label: plain(label),
  element: { action_id: block_id, ...element },
  optional: true,
  ...more,
});
const modal = (title: string, blocks: object[], more: object = {}): View => ({
  type: "modal",
  callback_id: "form",
  title: plain(title),
  submit: plain("Send"),
  blocks: blocks as never,
  ...more,
});
const actions = (...elements: object[]) => ({ type: "actions", block_id: "row", elements });
const button = (text: string, more: object = {}) => ({ type: "button", action_id: text, text: plain(text), ...more });

let workspace: Workspace;
let connected: ConnectedApp;
let bodies: Record<string, unknown>[];

async function start(define: (app: App) => void): Promise<void> {
  bodies = [];
  connected = await connectApp(workspace, "http", (app) => {
    app.use(async ({ body, next }) => {
      bodies.push({ ...body });
      await next();
    });
    define(app);
  });
}

/** An app that opens this view on its command, and answers submissions and clicks as told. */
const startWithView = (view: View, define: (app: App) => void = () => undefined) =>
  start((app) => {
    app.command("/postloan", async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    define(app);
  });

const statesSent = () =>
  bodies.map((body) => (body as { view?: { state?: { values?: unknown } } }).view?.state?.values).filter(Boolean);

beforeEach(async () => {
  workspace = await bankWorkspace();
});
afterEach(async () => {
  await connected.stop();
  await workspace.close();
});

describe("forms", () => {
  it("send every kind of value as Slack does", async () => {
    const form = modal("All", [
      input("text", "Text", { type: "plain_text_input" }),
      input("number", "Number", { type: "number_input", is_decimal_allowed: true }),
      input("date", "Date", { type: "datepicker" }),
      input("time", "Time", { type: "timepicker" }),
      input("one", "One", { type: "static_select", options: [option("Red"), option("Green")] }),
      input("round", "Round", { type: "radio_buttons", options: [option("Yes"), option("No")] }),
      input("many", "Many", { type: "checkboxes", options: [option("A"), option("B"), option("C")] }),
      input("who", "Who", { type: "users_select" }),
      input("untouched", "Untouched", { type: "plain_text_input" }),
    ]);
    await startWithView(form, (app) => app.view("form", async ({ ack }) => await ack()));
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.fills("Text", "seen");
    await officer.fills("Number", "3.5");
    await officer.fills("Date", "2026-11-23");
    await officer.fills("Time", "09:00");
    await officer.chooses("One", "Green");
    await officer.chooses("Round", "yes");
    await officer.chooses("Many", ["A", "C"]);
    await officer.chooses("Who", wang);
    await officer.submits();
    expect(statesSent().at(-1)).toEqual({
      text: { text: { type: "plain_text_input", value: "seen" } },
      number: { number: { type: "number_input", value: "3.5" } },
      date: { date: { type: "datepicker", selected_date: "2026-11-23" } },
      time: { time: { type: "timepicker", selected_time: "09:00" } },
      one: { one: { type: "static_select", selected_option: option("Green") } },
      round: { round: { type: "radio_buttons", selected_option: option("Yes") } },
      many: { many: { type: "checkboxes", selected_options: [option("A"), option("C")] } },
      who: { who: { type: "users_select", selected_user: wang } },
      untouched: { untouched: { type: "plain_text_input", value: null } },
    });
    expect(officer.modal).toBeNull();
  });

  it("check numbers and lengths at the field before anything is sent", async () => {
    const form = modal("Checked", [
      input("stock", "Stock", { type: "number_input", is_decimal_allowed: false, min_value: "0", max_value: "9" }),
      input("note", "Note", { type: "plain_text_input", min_length: 3 }),
    ]);
    await startWithView(form);
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.fills("Stock", "10");
    await officer.fills("Note", "no");
    await officer.submits();
    expect(Object.keys(officer.errors)).toEqual(["Stock", "Note"]);
    expect(bodies.some((body) => body.type === "view_submission")).toBe(false);
  });

  it("keep what was typed through an update while block id and action id stay, and ignore a new initial value", async () => {
    const form = (initial: string, field: string) =>
      modal("Kept", [
        actions(button("Save")),
        input(field, "Note", { type: "plain_text_input", initial_value: initial }),
      ]);
    await startWithView(form("first", "note"), (app) => {
      app.action("Save", async ({ ack, body, client }) => {
        await ack();
        const { view } = body as BlockAction;
        const renamed = view?.state.values.note?.note?.value === "rename";
        await client.views.update({ view_id: view?.id ?? "", view: form("second", renamed ? "other" : "note") });
      });
    });
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.fills("Note", "typed");
    expect(JSON.stringify(bodies)).not.toContain("typed");
    await officer.clicks("Save");
    expect(statesSent().at(-1)).toMatchObject({ note: { note: { value: "typed" } } });
    expect(officer.modal?.values).toMatchObject({ note: { note: { value: "typed" } } });
    await officer.fills("Note", "rename");
    await officer.clicks("Save");
    expect(officer.modal?.values).toEqual({ other: { other: { type: "plain_text_input", value: "second" } } });
  });

  it("offer what the app finds for the words typed into an external menu", async () => {
    const form = modal("Loan", [input("loan", "Loan", { type: "external_select", min_query_length: 2 })]);
    await startWithView(form, (app) => {
      app.options("loan", async ({ ack, options }) => {
        await ack({ options: ["L-1", "L-2"].filter((loan) => loan.startsWith(options.value)).map(option) });
      });
      app.view("form", async ({ ack }) => await ack());
    });
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.chooses("Loan", "L-2", { query: "L-" });
    await expect(officer.chooses("Loan", "L-9")).rejects.toThrow(/no choice "L-9"/);
    await officer.submits();
    expect(statesSent().at(-1)).toMatchObject({ loan: { loan: { selected_option: option("L-2") } } });
  });

  it("stand on each other: push, close the top one, clear all", async () => {
    const answers = [
      { response_action: "push" as const, view: modal("Second", []) },
      { response_action: "push" as const, view: modal("Third", []) },
      { response_action: "clear" as const },
    ];
    await startWithView(modal("First", []), (app) => {
      app.view("form", async ({ ack }) => {
        const answer = answers.shift();
        await (answer ? ack(answer) : ack());
      });
    });
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.submits();
    expect(officer.snapshot.modals.map((view) => view.title)).toEqual(["First", "Second"]);
    await officer.closes();
    expect(officer.modal?.title).toBe("First");
    await officer.submits();
    expect(officer.modal?.title).toBe("Third");
    await officer.submits();
    expect(officer.snapshot.modals).toEqual([]);
  });

  it("stay, with Slack's apology, when the app answers with a view that Slack refuses", async () => {
    const wrong = { response_action: "update" as const, view: modal("A title that is far too long for Slack", []) };
    await startWithView(modal("First", []), (app) => app.view("form", async ({ ack }) => await ack(wrong)));
    const officer = workspace.as(li);
    await officer.says("/postloan");
    await officer.submits();
    expect(officer.modal?.title).toBe("First");
    expect(officer.notice).toMatch(/trouble connecting/);
    expect(workspace.refused.at(-1)?.method).toBe("view_submission.update");
  });
});

describe("messages and the Home tab", () => {
  const postRow = (elements: object[], channel = reviewers) =>
    connected.app.client.chat.postMessage({ channel, text: "Queue", blocks: [actions(...elements)] as never });

  it("replace or remove the clicked message through its response URL", async () => {
    await start((app) => {
      app.action("Done", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "Done by Li Na", replace_original: true });
      });
      app.action("Dismiss", async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    await postRow([button("Done")]);
    await postRow([button("Dismiss")]);
    await workspace.as(li).clicks("Dismiss");
    await workspace.as(li).clicks("Done");
    expect(workspace.as(wang).messagesFromBot("reviewers")).toMatchObject([{ text: "Done by Li Na", blocks: [] }]);
  });

  it("send the choice of an overflow menu and the state of the menus beside a button", async () => {
    await start((app) => {
      app.action(/.*/, async ({ ack }) => await ack());
    });
    const menu = { type: "static_select", action_id: "tier", placeholder: plain("Tier"), options: [option("Red")] };
    await postRow([menu, button("Apply"), { type: "overflow", action_id: "more", options: [option("History")] }]);
    const officer = workspace.as(li);
    await officer.chooses("Tier", "Red");
    await officer.clicks("Apply");
    expect(bodies.at(-1)).toMatchObject({ state: { values: { row: { tier: { selected_option: option("Red") } } } } });
    await officer.chooses("more", "History");
    expect(bodies.at(-1)).toMatchObject({ actions: [{ type: "overflow", selected_option: option("History") }] });
  });

  it("ask before they do what the app wants confirmed", async () => {
    await start((app) => {
      app.action("Withdraw", async ({ ack }) => await ack());
    });
    await postRow([button("Withdraw", { confirm: { text: plain("Really?") } })]);
    await workspace.as(li).clicks("Withdraw", { confirm: false });
    expect(bodies).toEqual([]);
    await workspace.as(li).clicks("Withdraw");
    expect(bodies).toHaveLength(1);
  });

  it("find the button beside a text, and the one on Home after opening Home", async () => {
    await start((app) => {
      app.action("Start check", async ({ ack }) => await ack());
      app.event("app_home_opened", async ({ client, event }) => {
        const blocks = ["L-1", "L-2"].flatMap((loan) => [
          { type: "section", text: plain(loan) },
          { type: "actions", elements: [button("Start check", { value: loan })] },
        ]);
        await client.views.publish({ user_id: event.user, view: { type: "home", blocks: blocks as never } });
      });
    });
    const officer = workspace.as(li);
    await officer.opensHome();
    await officer.clicks("Start check", { beside: "L-2" });
    expect(bodies.at(-1)).toMatchObject({
      container: { type: "view" },
      view: { type: "home" },
      actions: [{ value: "L-2" }],
    });
    expect(bodies.at(-1)).not.toHaveProperty("response_url");
  });

  it("wait for a listener that is still at work, where the host says so", async () => {
    let busy = 0;
    await workspace.close();
    workspace = await bankWorkspace({ hostBusy: () => busy > 0 });
    await start((app) => {
      app.command("/postloan", async ({ ack, client }) => {
        busy += 1;
        await ack();
        await new Promise((resolve) => setTimeout(resolve, 60));
        await client.chat.postMessage({ channel: li, text: "Read from the database" });
        busy -= 1;
      });
    });
    await workspace.as(li).says("/postloan due");
    expect(workspace.as(li).lastMessage?.text).toBe("Read from the database");
  });

  it("wait for what the app does later, without a sleep", async () => {
    await start((app) => {
      app.command("/postloan", async ({ ack, client }) => {
        await ack();
        setTimeout(() => void client.chat.postMessage({ channel: li, text: "From the outbox" }), 60);
      });
    });
    const officer = workspace.as(li);
    await officer.says("/postloan due");
    const message = await officer.eventually(() => officer.lastMessage);
    expect(message.text).toBe("From the outbox");
    await expect(officer.eventually(() => officer.sees("never"), 30)).rejects.toThrow(/in vain/);
  });
});
