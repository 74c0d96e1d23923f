/** A digest where the policy lets no file of ours into Slack: picture and workbook by a link that works once. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { linkPolicy } from "../../setup/link-policy.ts";
import { PATIENCE_MS, photograph, says, sheet, useStory, words } from "./acting.ts";
import { linkIn, linksIn } from "./one-time-link.ts";

const story = useStory((folder) => ({ AFTERLOAN_POLICY: linkPolicy(folder, false) }));
const LUO_WEIMIN = "U12LUOWEI";
/** Some steps, each as patient as a step of a person. */
const SLOWLY = { timeout: 6 * PATIENCE_MS, interval: 1_000 };

/** Where Slack says that the app did not answer in time it is asked again, as a person does; not before, because a new link ends the one before. */
async function asksForLink(reader: Page, command: string): Promise<void> {
  const links = linksIn(sheet(reader));
  const unanswered = sheet(reader).getByText("Try again.");
  const before = await links.count();
  let asked = 0;
  const shown = async () => {
    if (asked <= (await unanswered.count())) {
      asked += 1;
      await says(reader, command);
    }
    return links.count();
  };
  await expect.poll(shown, SLOWLY).toBeGreaterThan(before);
}

/** The page of the newest link: of one that a later answer ended, nothing can be had. */
async function opensNewest(
  reader: Page,
): Promise<{ readonly opened: Page; readonly url: string; readonly code: string }> {
  const opened = await story.at("about:blank", { locale: "en-US" });
  let link = await linkIn(reader);
  const asksForCode = async () => {
    link = await linkIn(reader);
    await opened.goto(link.url);
    return opened.locator("input[name=code]").count();
  };
  await expect.poll(asksForCode, SLOWLY).toBe(1);
  return { opened, ...link };
}

describe("a head-office manager whose policy sends files by link", { timeout: 20 * PATIENCE_MS }, () => {
  it.each([
    ["picture", "png", "\u0089PNG"],
    ["xlsx", "xlsx", "PK"],
  ])("has the digest as %s by a link that works once", async (as, ending, begins) => {
    const reader = await story.as(LUO_WEIMIN, { locale: "en-US" });
    await asksForLink(reader, `/postloan digest quarter as ${as}`);
    await photograph(reader, `digest-link-${as}`);

    const { opened, url, code } = await opensNewest(reader);
    await opened.locator("input[name=code]").fill(code);
    await photograph(opened, `digest-link-${as}-page`);
    const saved = opened.waitForEvent("download", SLOWLY);
    await opened.locator("form button").click();
    const download = await saved;
    const bytes = readFileSync(await download.path());
    writeFileSync(
      fileURLToPath(new URL(`../../../test-results/story/digest-by-link.${ending}`, import.meta.url)),
      bytes,
    );

    expect(download.suggestedFilename()).toMatch(/^Digest .* \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}\.\w+$/u);
    expect(download.suggestedFilename().endsWith(`.${ending}`)).toBe(true);
    expect(bytes.toString("latin1").slice(0, begins.length)).toBe(begins);
    const again = await story.at(url, { locale: "en-US" });
    expect(await words(again.getByRole("alert"))).toContain("was used already; it works once");
    await photograph(again, `digest-link-${as}-again`);
    expect(await sheet(reader).locator("a.file").count()).toBe(0);
  });
});
