/** What is wrong with a file, which only SQLite has; and the doctor as it is typed in the terminal. */
import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { acquireBotLock } from "../../../src/platform/storage/index.ts";
import { aHealthyDesk, configOf, examined, steady, troubles } from "./patient.ts";

const children: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

const fileOf = (url: string) => url.slice("file:".length);

describe("the doctor finds", () => {
  it("that there is no database yet, and does not make one", async () => {
    const desk = await aHealthyDesk();
    const absent = join(desk.folder, "none.db");
    const instruments = steady(configOf({ ...desk.env, DATABASE_URL: `file:${absent}` }));

    expect(troubles(await examined(instruments))).toContain("warn database.absent");
    expect(troubles(await examined(instruments))).toContain("warn database.absent");
  });

  it("that the file is no database", async () => {
    const desk = await aHealthyDesk();
    const file = join(desk.folder, "letter.db");
    writeFileSync(file, "Dear Sir or Madam, this is a letter and no database at all. ".repeat(40));

    expect(troubles(await examined(steady(configOf({ ...desk.env, DATABASE_URL: `file:${file}` }))))).toContain(
      "fail database.not_a_database",
    );
  });

  it("that another program holds the database locked", async () => {
    const desk = await aHealthyDesk();
    const script = repositoryPath("test/setup/hold-lock.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, fileOf(desk.database.url), "60000"]);
    children.push(child);
    await new Promise((resolve) => child.stdout.once("data", resolve));

    const told = await examined(desk.instruments);

    expect(troubles(told)).toContain("fail database.locked");
    expect(told.find(({ code }) => code === "database.locked")?.remedy).toContain("fuser");
  });

  it("that everybody on the machine may read the file", async () => {
    const desk = await aHealthyDesk();
    chmodSync(fileOf(desk.database.url), 0o644);
    chmodSync(dirname(fileOf(desk.database.url)), 0o755);
    const told = await examined(desk.instruments);

    expect(troubles(told)).toContain("warn data_files.readable");
    expect(told.find(({ code }) => code === "data_files.readable")?.remedy).toContain("umask 077");
    chmodSync(dirname(fileOf(desk.database.url)), 0o700);
    expect(troubles(await examined(desk.instruments))).not.toContain("warn data_files.readable");
  });

  it("that a desk runs on the file already", async () => {
    const desk = await aHealthyDesk();
    const lock = acquireBotLock(desk.database.url);
    const told = await examined(desk.instruments);
    lock.release();

    expect(troubles(told)).toContain("warn desk.runs");
    expect(told.find(({ code }) => code === "desk.runs")?.remedy).toContain(`stop process ${process.pid} first`);
  });

  it("that a database server does not answer", async () => {
    const desk = await aHealthyDesk();
    const settings = { ...desk.env, DATABASE_URL: "postgresql://desk:secretword@127.0.0.1:9/bank" };
    const told = await examined(steady(configOf(settings)));

    expect(troubles(told)).toContain("fail database.not_reachable");
    expect(JSON.stringify(told)).not.toContain("secretword");
  });
});

describe("in the terminal", () => {
  interface Ended {
    readonly code: number | null;
    readonly out: string;
  }

  async function typed(env: Record<string, string>, ...words: string[]): Promise<Ended> {
    const child = spawn(process.execPath, ["--import", "tsx", repositoryPath("commands/cli.ts"), "doctor", ...words], {
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    children.push(child);
    let out = "";
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
    });
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { code, out };
  }

  it("a fault ends with 1, and the last line is JSON where that was asked", async () => {
    const desk = await aHealthyDesk();
    desk.workspace.faults.add({ kind: "refused", error: "token_revoked", on: "auth.test" });
    const { code, out } = await typed(desk.env, "--json");
    const said: unknown = JSON.parse(out.trim().split("\n").at(-1) ?? "");

    expect(code).toBe(1);
    expect(said).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ code: "token.revoked" })]),
    });
  });

  it("wrong settings are told as faults, in the terminal's language", async () => {
    const { code, out } = await typed({ SLACK_BOT_TOKEN: "nonsense", LANG: "zh_CN.UTF-8" });

    expect(code).toBe(1);
    expect(out).toContain("故障 2 项");
    expect(out).toContain("SLACK_BOT_TOKEN：这不是机器人令牌");
    expect(out).not.toContain("nonsense");
  });
});
