import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import rules from "../../.dependency-cruiser.mjs";
import { repositoryPath, sourcePaths } from "./source.ts";

const FOLDERS = ["src", "commands", "prisma"];
const result = z.object({
  modules: z.array(z.looseObject({ source: z.string() })),
  summary: z.looseObject({
    violations: z.array(z.looseObject({ from: z.string(), to: z.string(), rule: z.looseObject({ name: z.string() }) })),
  }),
});

function check(folder: string): z.infer<typeof result> {
  const program = repositoryPath("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = repositoryPath(".dependency-cruiser.mjs");
  const run = spawnSync(process.execPath, [program, "--config", config, "--output-type", "json", ...FOLDERS], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return result.parse(JSON.parse(run.stdout));
}

/** A small sound project of the same shape, and one file for each way to break a rule. */
const SOUND: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    type: "module",
    dependencies: {
      zod: "4",
      luxon: "3",
      "@slack/bolt": "5",
      "@slack/web-api": "8",
      "@prisma/client": "7",
      "intl-messageformat": "12",
    },
    devDependencies: { msw: "2" },
  }),
  ...Object.fromEntries(
    ["zod", "luxon", "@slack/bolt", "@slack/web-api", "@prisma/client", "intl-messageformat", "msw"].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, "exports.made = 1;"],
    ]),
  ),
  "generated/sqlite/client.ts": "export const client = 1;",
  "prisma/migrate.ts": 'import "../src/platform/storage/index.ts"; export const migrate = 1;',
  "src/domain/may.ts": 'import { made } from "zod"; export const may = made;',
  "src/texts/index.ts": 'import { made } from "intl-messageformat"; import "../domain/may.ts"; export const t = made;',
  "src/platform/storage/index.ts": 'import { client } from "../../../generated/sqlite/client.ts"; export { client };',
  "src/platform/storage/raw.ts": 'import { made } from "@prisma/client"; export const raw = made;',
  "src/platform/inbound/store.ts": 'import { raw } from "../storage/raw.ts"; export const store = raw;',
  "src/platform/slack/hear.ts": 'import { made } from "@slack/bolt"; export const hear = made;',
  "src/platform/slack/clients.ts": 'import { made } from "@slack/web-api"; export const clients = made;',
  "src/platform/outbox/promise.ts": 'import type { made } from "@slack/web-api"; export type Promised = typeof made;',
  "src/features/reviews/index.ts": 'export { approve } from "./approve.ts";',
  "src/features/reviews/approve.ts": 'import { may } from "../../domain/may.ts"; export const approve = may;',
  "src/features/morning/index.ts": 'import { approve } from "../reviews/index.ts"; export const morning = approve;',
  "src/features/sampling/index.ts": 'import "../morning/index.ts"; export const sampling = 1;',
  "src/domain/reminders/ladder.ts": 'import { may } from "../may.ts"; export const ladder = may;',
  "src/domain/escalation/rungs.ts": 'import { may } from "../may.ts"; export const rungs = may;',
  "src/features/escalation/index.ts":
    'import { rungs } from "../../domain/escalation/rungs.ts"; export const climb = rungs;',
  "src/domain/key-dates/days-before.ts": 'import { may } from "../may.ts"; export const days = may;',
  "src/domain/digest/schedule.ts": 'import { may } from "../may.ts"; export const weeks = may;',
  "src/features/key-dates/index.ts":
    'import { days } from "../../domain/key-dates/days-before.ts"; export const dates = days;',
  "src/features/digests/index.ts":
    'import { weeks } from "../../domain/digest/schedule.ts"; export const digests = weeks;',
  "src/workspace/server.ts": 'import { shape } from "./shape.ts"; export const server = shape;',
  "src/workspace/shape.ts": "export const shape = 1;",
  "src/app.ts":
    'import "./features/morning/index.ts"; import "./features/escalation/index.ts"; import "./platform/slack/hear.ts"; export const app = 1;',
  "src/main.ts": 'import "./app.ts"; import "./workspace/server.ts"; export const main = 1;',
  "commands/cli.ts": 'import "../src/main.ts"; import "../prisma/migrate.ts";',
  "test/builders/book.ts": "export const book = 1;",
};

const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ["domain-is-pure", "src/domain/asks-platform.ts", 'import "../platform/slack/clients.ts";'],
  ["domain-is-pure", "src/domain/reads-files.ts", 'import "node:fs";'],
  [
    "domain-is-pure",
    "src/domain/borrows-a-type.ts",
    'import type { hear } from "../platform/slack/hear.ts"; export type H = typeof hear;',
  ],
  ["domain-is-told-the-time", "src/domain/reads-a-clock.ts", 'import { made } from "luxon"; export const now = made;'],
  ["texts-know-only-the-vocabulary", "src/texts/asks-storage.ts", 'import "../platform/storage/index.ts";'],
  ["platform-knows-no-feature", "src/platform/slack/approves.ts", 'import "../../features/reviews/index.ts";'],
  ["platform-knows-no-feature", "src/platform/slack/starts.ts", 'import "../../main.ts";'],
  ["features-know-no-root", "src/features/morning/starts.ts", 'import "../../main.ts";'],
  ["features-know-no-root", "src/features/morning/acts-it-out.ts", 'import "../../workspace/server.ts";'],
  ["features-meet-at-the-index", "src/features/morning/reaches-in.ts", 'import "../reviews/approve.ts";'],
  ["the-watchdog-is-a-second-witness", "src/features/watchdog/asks-the-sweep.ts", 'import "../morning/index.ts";'],
  ["the-watchdog-is-a-second-witness", "src/features/watchdog/by-a-detour.ts", 'import "../sampling/index.ts";'],
  ["the-watchdog-is-a-second-witness", "src/domain/watchdog/borrows-rungs.ts", 'import "../reminders/ladder.ts";'],
  ["the-watchdog-is-a-second-witness", "src/domain/watchdog/borrows-clocks.ts", 'import "../escalation/rungs.ts";'],
  ["the-watchdog-is-a-second-witness", "src/features/watchdog/asks-who.ts", 'import "../escalation/index.ts";'],
  ["the-watchdog-is-a-second-witness", "src/features/watchdog/asks-which-dates.ts", 'import "../key-dates/index.ts";'],
  ["the-watchdog-is-a-second-witness", "src/features/watchdog/asks-which-days.ts", 'import "../digests/index.ts";'],
  ["the-watchdog-is-a-second-witness", "src/domain/watchdog/borrows-days.ts", 'import "../key-dates/days-before.ts";'],
  ["the-watchdog-is-a-second-witness", "src/domain/watchdog/borrows-weeks.ts", 'import "../digest/schedule.ts";'],
  ["the-root-meets-features-at-the-index", "commands/reaches-in.ts", 'import "../src/features/reviews/approve.ts";'],
  ["views-are-pure", "src/features/reviews/report-view.ts", 'import "../../platform/storage/index.ts";'],
  ["only-the-slack-platform-speaks-bolt", "src/features/reviews/bare-listener.ts", 'import "@slack/bolt";'],
  ["few-call-slack", "src/features/reviews/own-client.ts", 'import "@slack/web-api";'],
  [
    "few-features-are-lent-a-client",
    "src/features/morning/posts.ts",
    'import type { made } from "@slack/web-api"; export type P = typeof made;',
  ],
  ["workspace-knows-nothing-of-afterloan", "src/workspace/knows.ts", 'import "../domain/may.ts";'],
  ["the-page-runs-in-a-browser", "src/workspace/page/reads.ts", 'import "node:fs";'],
  [
    "only-storage-knows-the-database",
    "src/features/reviews/own-database.ts",
    'import "../../../generated/sqlite/client.ts";',
  ],
  ["only-storage-knows-the-database", "src/platform/slack/own-driver.ts", 'import "@prisma/client";'],
  ["sql-by-hand-in-two-places", "src/features/reviews/sql.ts", 'import "../../platform/storage/raw.ts";'],
  ["only-the-root-wires", "src/texts/wires.ts", 'import "../app.ts";'],
  ["no-cycles", "src/features/reviews/back.ts", 'import { there } from "./there.ts"; export const back = there;'],
  ["no-test-in-production", "src/features/reviews/uses-a-builder.ts", 'import "../../../test/builders/book.ts";'],
  ["no-development-package-in-production", "src/platform/slack/stand-in.ts", 'import "msw";'],
  ["nothing-unresolved", "src/features/reviews/lost.ts", 'import "./gone.ts";'],
  ["no-orphan", "src/features/reviews/nobodys.ts", "export const nobody = 1;"],
];
const THERE = { "src/features/reviews/there.ts": 'import { back } from "./back.ts"; export const there = back;' };

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-layers-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  copyFileSync(repositoryPath("tsconfig.json"), join(folder, "tsconfig.json"));
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("who imports whom", () => {
  const checked = check(repositoryPath("."));

  it("keeps every rule", () => {
    const breaches = checked.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);

    expect(breaches).toEqual([]);
  });

  it("was looked at in every file there is (with TypeScript 7 the check sees none, and is content)", () => {
    const seen = new Set(checked.modules.map(({ source }) => source));

    expect(sourcePaths(...FOLDERS).filter((path) => !seen.has(path))).toEqual([]);
    expect(seen.size).toBeGreaterThan(300);
  });
});

describe("the layer rules", () => {
  const broken = check(
    project({ ...SOUND, ...THERE, ...Object.fromEntries(PLANTED.map(([, file, text]) => [file, text])) }),
  );

  it("are content with a sound project", () => {
    expect(check(project(SOUND)).summary.violations).toEqual([]);
  });

  it.each(PLANTED)("%s is broken by %s, and that is found", (rule, file) => {
    const found = broken.summary.violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name);

    expect(found).toContain(rule);
  });

  it("have a planted breach each", () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));

    expect(rules.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it("are each a sentence", () => {
    expect(rules.forbidden.filter(({ comment }) => !/^[A-Z].*[.)]$/.test(comment))).toEqual([]);
  });
});
