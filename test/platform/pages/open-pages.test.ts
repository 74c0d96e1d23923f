/** Whether and where the pages for files are served, by settings and policy. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CannotStart } from "../../../src/open-parts.ts";
import { openPages } from "../../../src/pages.ts";
import { type Config, loadConfig } from "../../../src/platform/config/index.ts";
import type { PageSource } from "../../../src/platform/pages/answer.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { linkPolicy } from "../../setup/link-policy.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const AT = "2026-03-02T09:05:00+08:00";
const page = async () =>
  ({ kind: "page", status: 404, page: { language: "en", from: "Desk", title: "Nothing", lines: [] } }) as const;
const source: PageSource = {
  look: page,
  take: page,
  refuse: page,
  mostBytes: async () => 0,
  broken: () => ({ kind: "page", status: 500, page: { language: "en", from: "Desk", title: "Broken", lines: [] } }),
};

let folder: string;
let database: TestDatabase;
let close: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-pages-"));
  database = await freshDatabase();
  close = async () => undefined;
});
afterEach(async () => {
  await close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function config(env: Record<string, string>): Config {
  const loaded = loadConfig({ AFTERLOAN_DATA_DIR: folder, ...env });
  if (Array.isArray(loaded)) throw new Error("these settings are sound");
  return loaded;
}

async function opened(env: Record<string, string>, policy?: string): Promise<string | undefined> {
  const pages = await openPages(config(env), await openTestParts(database, AT, policy), source);
  close = pages.close;
  return pages.address;
}

const CONNECTED = { SLACK_BOT_TOKEN: "xoxb-1111111111-abcdefgh", SLACK_APP_TOKEN: "xapp-1-A111-222-abcdef" };

describe("the pages for files", () => {
  it("are not served where files go through Slack", async () => {
    expect(await opened({})).toBeUndefined();
  });

  it("are served on this machine for the local workspace, beside its port or where that is taken on another", async () => {
    const taken = createServer();
    await new Promise<void>((resume) => taken.listen(0, "127.0.0.1", resume));
    const at = taken.address();
    const port = typeof at === "object" && at !== null ? at.port : 0;
    const address = await opened({ PORT: String(port - 1) }, linkPolicy(folder));
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${address}/d/x`)).status).toBe(404);
    await close();
    await new Promise((resume) => taken.close(resume));
    expect(await opened({ PORT: String(port - 1) }, linkPolicy(folder))).toBe(`http://127.0.0.1:${port}`);
  });

  it("stop a start where Slack is connected and nothing says where they are reached", async () => {
    const starting = opened(CONNECTED, linkPolicy(folder));
    await expect(starting).rejects.toThrow(CannotStart);
    await expect(opened(CONNECTED, linkPolicy(folder))).rejects.toThrow(
      /Set AFTERLOAN_PAGES .* and AFTERLOAN_PAGES_URL/,
    );
  });

  it("say which setting names a port that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resume) => taken.listen(0, "127.0.0.1", resume));
    const at = taken.address();
    const port = typeof at === "object" && at !== null ? at.port : 0;
    const env = { AFTERLOAN_PAGES: String(port), AFTERLOAN_PAGES_URL: "https://files.bank.example" };
    await expect(opened(env)).rejects.toThrow("AFTERLOAN_PAGES: nothing can listen there (EADDRINUSE)");
    await new Promise((resume) => taken.close(resume));
  });
});
