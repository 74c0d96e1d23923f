import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localTokens, type Workspace } from "../../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, li, wang } from "../../workspace/desk-app.ts";
import { defineDesk, type Received } from "../../workspace/story-app.ts";
import { openWindow, picture, startBrowser } from "./browser.ts";

const received: Received = { bodies: [], submissions: [] };
let browser: Browser;
let workspace: Workspace;
let app: ConnectedApp;

beforeAll(async () => {
  browser = await startBrowser();
  workspace = await bankWorkspace();
  await workspace.people.change(li, { locale: "en-US" });
  app = await connectApp(workspace, "socket", (bolt) => defineDesk(bolt, received));
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await workspace.close();
});

describe("the page with the real workspace and a Bolt app", () => {
  it("lives a check from the command to the approval, in two windows", async () => {
    const officer = await openWindow(browser, `${workspace.url}/?as=${li}`);
    const reviewer = await openWindow(browser, `${workspace.url}/?as=${wang}`);
    await officer.getByRole("textbox", { name: /^Message/ }).fill("/postloan check L-1");
    await officer.keyboard.press("Enter");
    const check = officer.getByRole("dialog", { name: "Check, step 1" });
    await check.waitFor();

    await officer.getByLabel("People met").fill("王经理");
    await officer.getByLabel("Stock on site").fill("1000");
    await check.getByText("Saved: 1000").waitFor();
    expect(await officer.getByLabel("People met").inputValue(), "kept when the view was updated").toBe("王经理");
    await officer.getByRole("button", { name: "Next" }).click();
    await check.getByText("This field is required.").waitFor();
    await officer.getByRole("combobox", { name: "Mode" }).click();
    await officer.getByRole("listbox").getByRole("option", { name: "On site" }).click();
    await officer.getByRole("button", { name: "Next" }).click();
    await check.getByText("More than the warehouse holds.").waitFor();
    await expect.poll(() => officer.getByLabel("Stock on site").evaluate((node) => node.matches(":focus"))).toBe(true);
    await picture(officer, "real-modal-error");

    await officer.getByLabel("Stock on site").fill("900");
    await check.getByText("Saved: 900").waitFor();
    await officer.getByRole("button", { name: "Next" }).click();
    const evidence = officer.getByRole("dialog", { name: "Check, step 2" });
    await evidence.waitFor();
    const photograph = { name: "gate.png", mimeType: "image/png", buffer: Buffer.from("not really a picture") };
    await officer.getByLabel("Evidence").setInputFiles(photograph);
    await officer.getByRole("button", { name: "Remove gate.png" }).waitFor();
    await officer.getByRole("button", { name: "Submit" }).click();
    await evidence.waitFor({ state: "detached" });
    expect(received.submissions).toMatchObject([{ proof: { proof: { files: [{ name: "gate.png" }] } } }]);

    const channel = reviewer.getByRole("navigation").getByRole("button", { name: /reviewers/ });
    await expect.poll(() => channel.textContent()).toContain("1 unread");
    await channel.click();
    await reviewer.getByText("L-1 by @Li Na").waitFor();
    await expect.poll(() => channel.textContent()).not.toContain("unread");
    await reviewer.getByRole("button", { name: "Approve" }).click();
    await reviewer.getByText("Approved", { exact: true }).waitFor();
    await reviewer.getByText("Only visible to you").waitFor();
    await picture(reviewer, "real-approved");
    expect(await reviewer.getByText("edited").count(), "a bot's edit carries no badge").toBe(0);
    await officer.getByRole("button", { name: /reviewers/ }).click();
    await officer.getByText("Approved", { exact: true }).waitFor();
    expect(await officer.getByText("Thank you.").count()).toBe(0);
  });

  it("asks the app for the Home tab, and hears its answer to what is said", async () => {
    const page = await openWindow(browser, `${workspace.url}/?as=${wang}&at=home`);
    await page.getByRole("heading", { name: "Today: 3 checks" }).waitFor();
    await page.getByRole("button", { name: "Messages" }).click();
    await page.getByRole("textbox", { name: /^Message/ }).fill("hello");
    await page.keyboard.press("Enter");
    await page.getByText("Good morning.").waitFor();
    expect(await page.getByText("Open the Home tab.").isVisible()).toBe(true);
  });

  it("shows the first person where the address names none", async () => {
    const page = await openWindow(browser, workspace.url);
    await expect.poll(() => page.url()).toContain(`as=${li}`);
  });

  it("lets a person want quiet for an hour and end it, by keyboard alone; the app learns it when it asks", async () => {
    const officer = await openWindow(browser, `${workspace.url}/?as=${li}`);
    const enabled = async () => (await app.app.client.dnd.info({ token: localTokens.botToken, user: li })).dnd_enabled;
    await officer.getByRole("button", { name: "Do Not Disturb for 1 h" }).focus();
    await officer.keyboard.press("Enter");
    await officer.getByRole("button", { name: "End Do Not Disturb" }).waitFor();
    expect(await enabled()).toBe(true);
    await officer.keyboard.press("Enter");
    await officer.getByRole("button", { name: "Do Not Disturb for 1 h" }).waitFor();
    expect(await enabled()).toBe(false);
  });

  it("leads to the app's settings, by keyboard, in the reader's language", async () => {
    await workspace.people.change(wang, { locale: "zh-CN" });
    const reviewer = await openWindow(browser, `${workspace.url}/?as=${wang}`);
    await reviewer.getByRole("link", { name: "应用设置" }).focus();
    const [opened] = await Promise.all([reviewer.context().waitForEvent("page"), reviewer.keyboard.press("Enter")]);
    await opened.getByRole("heading", { name: "OAuth & Permissions" }).waitFor();
    expect(await opened.getByText("xoxb-local-workspace").count()).toBeGreaterThan(0);
  });
});
