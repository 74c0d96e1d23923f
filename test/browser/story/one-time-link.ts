/** A one-time link as a person finds it in Slack, and the page behind it. */
import type { Locator, Page } from "playwright-core";
import { modal, sheet, words } from "./acting.ts";

export interface ShownLink {
  readonly url: string;
  readonly code: string;
}

export const linksIn = (place: Locator): Locator => place.locator('a[href*="/d/"]');

/** The newest link of the open modal, or of the conversation, with the code beside it. */
export async function linkIn(page: Page): Promise<ShownLink> {
  const place = (await modal(page).count()) > 0 ? modal(page).last() : sheet(page);
  const link = linksIn(place).last();
  await link.waitFor();
  const url = (await link.getAttribute("href")) ?? "";
  const said = await words(place);
  return { url, code: /(?<!\d)\d{6}(?!\d)/u.exec(said.slice(said.lastIndexOf(await words(link))))?.[0] ?? "" };
}
