import { describe, expect, it } from "vitest";
import { picture } from "./browser.ts";
import { button, everyField, input, section, view } from "./morning.ts";
import { useDesk } from "./opened.ts";

const desk = useDesk();
const text = (blockId: string, label: string, extra = {}) =>
  input(blockId, label, { type: "plain_text_input", ...extra });

describe("a modal", () => {
  it("takes the focus into its first field, holds it, and gives it back to the button that opened it", async () => {
    desk.standIn.react = (act) => {
      desk.standIn.change("U1", (snapshot) => {
        snapshot.modals =
          act.kind === "block_action" ? [view("V1", "Check INS-1041", [text("a", "First"), text("b", "Second")])] : [];
      });
      return { ok: true };
    };
    const page = await desk.open();
    const opener = page.getByRole("button", { name: "Start check" }).nth(1);
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Check INS-1041" });
    await expect.poll(() => page.getByLabel("First").evaluate((node) => node.matches(":focus"))).toBe(true);
    for (let turn = 0; turn < 8; turn += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(
        "document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)",
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(desk.sent("close")).toEqual([{ as: "U1", kind: "close", view: "V1", clearAll: false }]);
    await expect.poll(() => opener.evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  it("refuses an empty required field before anything is sent, and goes to the first one", async () => {
    const page = await desk.modal([
      text("a", "First", { initial_value: "given" }),
      text("b", "Second"),
      text("c", "Third"),
    ]);
    await page.getByRole("button", { name: "Submit" }).click();
    const second = page.getByLabel("Second");
    await expect.poll(() => second.evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(await second.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByText("This field is required.").count()).toBe(2);
    expect(desk.sent("submit")).toEqual([]);
    await second.fill("now");
    expect(await page.getByText("This field is required.").count()).toBe(1);
  });

  it.each([
    [text("x", "Field", { min_length: 5 }), "four", "at least 5 characters"],
    [text("x", "Field", { max_length: 3 }), "four", "at most 3 characters"],
    [input("x", "Field", { type: "number_input", is_decimal_allowed: false }), "1.5", "whole number"],
    [input("x", "Field", { type: "number_input", is_decimal_allowed: true, max_value: "100" }), "100.1", "at most 100"],
    [input("x", "Field", { type: "number_input", is_decimal_allowed: true, min_value: "0" }), "-1", "at least 0"],
    [input("x", "Field", { type: "email_text_input" }), "nobody", "e-mail address"],
    [input("x", "Field", { type: "url_text_input" }), "nowhere", "full address"],
  ])("refuses what Slack's client refuses (%#)", async (field, typed, words) => {
    const page = await desk.modal([field]);
    await page.getByLabel("Field").fill(typed);
    await page.getByRole("button", { name: "Submit" }).click();
    await page.locator(".problem").filter({ hasText: words }).waitFor();
    expect(desk.sent("submit")).toEqual([]);
  });

  it("shows the app's errors at their fields, names them to a screen reader, and goes to the first one", async () => {
    desk.standIn.react = (act) => {
      if (act.kind === "submit") {
        desk.standIn.change("U1", (snapshot) => {
          const [top] = snapshot.modals;
          if (top !== undefined) {
            top.errors = { visited: "The visit cannot be after today.", met: "请填写被访人姓名。" };
          }
        });
      }
      return { ok: true };
    };
    const fields = everyField().filter(({ block_id }) =>
      ["saved", "staff", "visited", "met", "note"].includes(block_id ?? ""),
    );
    const page = await desk.modal(fields);
    await page.getByLabel("Date of the visit").fill("2027-01-01");
    await page.getByLabel("Person met").fill("Wang");
    await page.getByRole("button", { name: "Submit" }).click();
    const visited = page.getByLabel("Date of the visit");
    await page.getByText("The visit cannot be after today.").waitFor();
    await expect.poll(() => visited.evaluate((node) => node.matches(":focus"))).toBe(true);
    const described = await visited.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe("The visit cannot be after today.");
    await picture(page, "modal-error");
    await visited.fill("2026-11-23");
    expect(await page.getByText("The visit cannot be after today.").count()).toBe(0);
    expect(await page.getByText("请填写被访人姓名。").count()).toBe(1);
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("The visit cannot be after today.").waitFor();
    expect(desk.sent("submit")).toHaveLength(2);
  });

  it("is busy while it is sent, and sends once however often it is pressed", async () => {
    let answered = (_answer: Record<string, unknown>): void => {};
    desk.standIn.react = () => new Promise((resolve) => (answered = resolve));
    const page = await desk.modal([text("a", "First", { initial_value: "given" })]);
    const submit = page.getByRole("button", { name: "Submit" });
    await submit.dblclick();
    await expect.poll(() => submit.getAttribute("aria-busy")).toBe("true");
    await submit.click({ force: true });
    expect(desk.sent("submit")).toHaveLength(1);
    answered({ ok: true });
    await expect.poll(() => submit.getAttribute("aria-busy")).toBe("false");
  });

  it("keeps typed values, focus and caret when the app updates the view", async () => {
    const page = await desk.modal([text("a", "First"), text("gone", "Gone")]);
    await page.getByLabel("Gone").fill("lost");
    await page.getByLabel("First").pressSequentially("half wo");
    desk.standIn.change("U1", (snapshot) => {
      snapshot.modals = [
        view(
          "V1",
          "Check INS-1041",
          [
            section("new", "Saved at 09:03"),
            text("a", "First", { initial_value: "other" }),
            text("b", "Fresh", { initial_value: "initial" }),
          ],
          { hash: "2" },
        ),
      ];
    });
    await page.getByText("Saved at 09:03").waitFor();
    await page.keyboard.type("rd");
    expect(await page.getByLabel("First").inputValue()).toBe("half word");
    expect(await page.getByLabel("Fresh").inputValue()).toBe("initial");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect.poll(() => desk.sent("submit")).toHaveLength(1);
    expect(Object.keys(desk.sent("submit")[0]?.values ?? {})).toEqual(["a", "b"]);
  });

  it("comes back with its input when the one above it is closed; the cross closes all", async () => {
    const page = await desk.modal([text("a", "First")]);
    await page.getByLabel("First").fill("typed below");
    desk.standIn.change("U1", (snapshot) => snapshot.modals.push(view("V2", "Details", [section("d", "the details")])));
    await page.getByRole("dialog", { name: "Details" }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => desk.sent("close")).toEqual([{ as: "U1", kind: "close", view: "V2", clearAll: false }]);
    desk.standIn.change("U1", (snapshot) => snapshot.modals.pop());
    await expect.poll(() => page.getByLabel("First").inputValue()).toBe("typed below");
    desk.standIn.change("U1", (snapshot) => snapshot.modals.push(view("V3", "Details", [section("d", "the details")])));
    await page.getByRole("button", { name: "Close all" }).click();
    await expect.poll(() => desk.sent("close")[1]).toEqual({ as: "U1", kind: "close", view: "V3", clearAll: true });
  });

  it("asks for a confirmation above itself, and lists stay within reach at its foot", async () => {
    const confirm = {
      title: { type: "plain_text", text: "Remove it?" },
      text: { type: "mrkdwn", text: "The photograph goes." },
      confirm: { type: "plain_text", text: "Remove" },
      deny: { type: "plain_text", text: "Keep" },
      style: "danger",
    };
    const page = await desk.modal([
      ...everyField().slice(0, 9),
      { type: "actions", block_id: "foot", elements: [button("remove", "Remove photograph", { confirm })] },
    ]);
    await page.getByRole("combobox", { name: "State of the business" }).click();
    await page.getByRole("listbox").getByRole("option", { name: "Stopped" }).waitFor();
    const box = await page.getByRole("listbox").getByRole("option", { name: "Stopped" }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(860);
    await picture(page, "modal-select");
    await page.keyboard.press("Escape");
    expect(desk.sent("close"), "Escape closed the list, not the modal").toEqual([]);
    await page.getByRole("button", { name: "Remove photograph" }).click();
    await picture(page, "modal-confirm");
    await page.getByRole("dialog", { name: "Remove it?" }).getByRole("button", { name: "Remove" }).click();
    await expect
      .poll(() => desk.sent("block_action")[0])
      .toMatchObject({ where: { view: "V1" }, blockId: "foot", actionId: "remove" });
    expect(await page.getByRole("dialog", { name: "Check INS-1041" }).isVisible()).toBe(true);
  });
});
