import { expect, it } from "vitest";
import { readClick } from "../../../src/platform/slack/payload.ts";

const pressed = (action: object) =>
  readClick({ user: { id: "U1", team_id: "T1" }, trigger_id: "t", actions: [action] }).click;

it("hears an entry of a menu as the button that it stands for", () => {
  const entry = { text: { type: "plain_text", text: "Card" }, value: "customers.open KH 100022" };
  const click = pressed({ type: "overflow", action_id: "menu#3", selected_option: entry });
  expect([click.action, click.value]).toEqual(["customers.open", "KH 100022"]);
});

it("hears a button, and a menu whose choice says nothing", () => {
  expect(pressed({ type: "button", action_id: "signals.open#1", value: "S1" })).toMatchObject({
    action: "signals.open",
    value: "S1",
  });
  expect(pressed({ type: "overflow", action_id: "menu#3" })).toMatchObject({ action: "", value: "" });
});
