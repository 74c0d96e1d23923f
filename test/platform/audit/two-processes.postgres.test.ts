import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { verifyAudit } from "../../../src/platform/audit/index.ts";
import { freshDatabase } from "../../setup/database.ts";

function anotherProcess(url: string, events: number): Promise<number | null> {
  const script = repositoryPath("test/setup/append-to-chain.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, url, String(events)], { stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", resolve));
}

it("two processes with fifty writers each make one chain", async () => {
  const database = await freshDatabase();

  const ended = await Promise.all([anotherProcess(database.url, 50), anotherProcess(database.url, 50)]);

  expect(ended).toEqual([0, 0]);
  expect(await verifyAudit(database.db)).toMatchObject({ events: 100, head: { seq: 100n }, findings: [] });
});
