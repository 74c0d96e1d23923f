import { describe, expect, it } from "vitest";
import { picture } from "./browser.ts";
import { message } from "./morning.ts";
import { useDesk } from "./opened.ts";

const desk = useDesk();

describe("buttons and menus of a message", () => {
  it("sends a click once, with the value of its button and where it stood", async () => {
    const page = await desk.open();
    await page.getByRole("button", { name: "Start check" }).first().click();
    await expect.poll(() => desk.sent("block_action")).toHaveLength(1);
    const [act] = desk.sent("block_action");
    expect(act).toMatchObject({ as: "U1", blockId: "due-INS-1041", actionId: "start", payload: { value: "INS-1041" } });
    expect(act?.where).toMatchObject({ message: { channel: "D1" } });
  });

  it("is busy until the app has answered", async () => {
    let answered = (_answer: Record<string, unknown>): void => {};
    desk.standIn.react = () => new Promise((resolve) => (answered = resolve));
    const page = await desk.open();
    const button = page.getByRole("button", { name: "Show all 5" });
    await button.click();
    await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
    answered({ ok: true });
    await expect.poll(() => button.getAttribute("aria-busy")).toBe("false");
  });

  it("asks first where the app wants a confirmation", async () => {
    const page = await desk.open();
    const opener = page.getByRole("button", { name: "Hand over…" });
    await opener.click();
    const question = page.getByRole("dialog", { name: "Hand over?" });
    expect(await question.getByText("3 checks").isVisible()).toBe(true);
    await question.getByRole("button", { name: "Keep them" }).click();
    await question.waitFor({ state: "detached" });
    expect(desk.sent("block_action")).toEqual([]);
    await expect.poll(() => opener.evaluate((node) => node.matches(":focus"))).toBe(true);
    await page.keyboard.press("Enter");
    await question.getByRole("button", { name: "Hand over" }).click();
    await expect.poll(() => desk.sent("block_action").map(({ actionId }) => actionId)).toEqual(["claim"]);
  });

  it("chooses from the more-actions menu by keyboard and by mouse", async () => {
    const page = await desk.open();
    const more = page.getByRole("button", { name: "More actions" });
    await more.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Open the report" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => desk.sent("block_action")).toHaveLength(1);
    expect(desk.sent("block_action")[0]?.payload).toMatchObject({ selected_option: { value: "why" } });
    await more.click();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    await more.click();
    await page.getByRole("menuitem", { name: "Withdraw it" }).click();
    await expect
      .poll(() => desk.sent("block_action")[1]?.payload)
      .toMatchObject({ selected_option: { value: "withdraw" } });
  });

  it("tells the person what went wrong, in the server's words, until it is dismissed", async () => {
    desk.standIn.react = () => ({ ok: false, error: "The app did not answer within three seconds." });
    const page = await desk.open();
    await page.getByRole("button", { name: "Show all 5" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "three seconds" });
    await alert.waitFor();
    await alert.getByRole("button", { name: "Dismiss" }).click();
    await alert.waitFor({ state: "detached" });
  });
});

describe("saying something", () => {
  it("sends with Enter, breaks the line with Shift+Enter", async () => {
    const page = await desk.open();
    const box = page.getByRole("textbox", { name: "Message Post-loan desk" });
    await box.click();
    await page.keyboard.type("Good");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("morning");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => desk.sent("say"))
      .toEqual([{ as: "U1", kind: "say", channel: "D1", text: "Good\nmorning" }]);
    expect(await box.inputValue()).toBe("");
  });

  it("offers commands after a slash, and shows how the chosen one is used", async () => {
    const page = await desk.open();
    const box = page.getByRole("textbox", { name: "Message Post-loan desk" });
    await box.fill("/p");
    expect(await page.getByRole("listbox").getByRole("option").count()).toBe(2);
    await picture(page, "commands");
    await box.press("Enter");
    expect(await box.inputValue()).toBe("/postloan ");
    await page.getByText("/postloan help | due").waitFor();
    await page.keyboard.type("check INS-1041");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => desk.sent("command"))
      .toEqual([{ as: "U1", kind: "command", channel: "D1", command: "/postloan", text: "check INS-1041" }]);
  });

  it("refuses what Slack refuses: a command that is not one, and any command in a thread", async () => {
    const page = await desk.open("?as=U1&at=C1");
    const box = page.getByRole("textbox", { name: /^Message/ });
    await box.fill("/nothing now");
    await box.press("Enter");
    await page.getByText("/nothing is not a command here.").waitFor();
    expect(await box.inputValue()).toBe("/nothing now");
    await box.fill("");
    await page.getByRole("button", { name: "1 reply" }).click();
    const reply = page.getByRole("textbox", { name: "Reply" });
    await reply.fill("/postloan due");
    await reply.press("Enter");
    await page.getByText("/postloan cannot be used in a thread.").waitFor();
    expect(desk.sent("command")).toEqual([]);
    expect(desk.sent("say")).toEqual([]);
  });

  it("keeps what is being typed while messages arrive and while another place is looked at", async () => {
    const page = await desk.open();
    const box = page.getByRole("textbox", { name: /^Message/ });
    await box.pressSequentially("half a sent");
    desk.standIn.change("U1", (snapshot) => snapshot.conversations[0]?.messages.push(message("D1", "an interruption")));
    await page.getByText("an interruption").waitFor();
    await page.keyboard.type("ence");
    expect(await box.inputValue()).toBe("half a sentence");
    await page.getByRole("button", { name: /east-lake/ }).click();
    await page.getByRole("heading", { name: "# east-lake-post-loan" }).waitFor();
    await page.getByRole("button", { name: "Messages", exact: true }).click();
    await expect
      .poll(() => page.getByRole("textbox", { name: "Message Post-loan desk" }).inputValue())
      .toBe("half a sentence");
  });

  it("opens a thread from its replies, answers there, and closes it with Escape", async () => {
    const page = await desk.open("?as=U1&at=C1");
    await page.getByText("14 checks done").waitFor();
    expect(await page.getByText("please look at").count()).toBe(0);
    await page.getByRole("button", { name: "1 reply" }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    expect(await thread.getByText("please look at").isVisible()).toBe(true);
    await picture(page, "thread");
    await page.keyboard.type("On my way");
    await page.keyboard.press("Enter");
    await expect.poll(() => desk.sent("say")).toHaveLength(1);
    expect(desk.sent("say")[0]).toMatchObject({
      channel: "C1",
      text: "On my way",
      threadTs: expect.stringMatching(/^\d+\.\d+$/),
    });
    await page.keyboard.press("Escape");
    await thread.waitFor({ state: "detached" });
  });
});

describe("places and time", () => {
  it("reads what is opened, and asks the app for its Home tab", async () => {
    const page = await desk.open();
    const channel = page.getByRole("navigation").getByRole("button", { name: /east-lake/ });
    expect(await channel.textContent()).toContain("1 unread");
    await channel.click();
    await expect.poll(() => desk.sent("read").map(({ channel: id }) => id)).toContain("C1");
    await page.getByRole("navigation").getByRole("button", { name: "Home" }).click();
    await expect.poll(() => desk.sent("open_home")).toHaveLength(1);
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await picture(page, "home");
  });

  it("goes to the next morning, and to any date", async () => {
    const page = await desk.open();
    await page.getByRole("button", { name: "Next morning" }).click();
    await expect.poll(() => page.locator(".now").textContent()).toBe("Wed, 25 Nov 2026 09:00");
    await page.getByRole("button", { name: "Jump to date…" }).click();
    await page.getByLabel("Date", { exact: true }).fill("2026-12-31");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => desk.standIn.others)
      .toEqual(['clock {"to":"next_morning"}', 'clock {"to":"date","date":"2026-12-31"}']);
  });
});
