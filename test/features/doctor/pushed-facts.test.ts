/** What the doctor says of the place to which other systems push facts: set or not, what answers there, and who can reach it. */
import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listening } from "../../../src/platform/health-address.ts";
import { createLog } from "../../../src/platform/log.ts";
import { servePushes } from "../../../src/platform/pushes/serve-pushes.ts";
import { aHealthyDesk, configOf, examined, type HealthyDesk, steady } from "./patient.ts";

const HERE = "127.0.0.1";
const SECRET = "0123456789abcdef".repeat(4);

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** As a desk that runs serves it. */
async function served(host = HERE): Promise<number> {
  const take = async () => ({ status: 500, body: {} });
  const options = { path: "/facts", secret: SECRET, now: () => new Date(), log: createLog("silent"), take };
  const { port, close } = await servePushes({ host, port: 0 }, options);
  opened.push(close);
  return port;
}

async function anotherProgram(): Promise<number> {
  const server = createServer((_, response) => response.end("hello"));
  opened.push(async () => server.close());
  return listening(server, { host: HERE, port: 0 });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, { host: HERE, port: 0 });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function saidOf(place?: string, language: "en" | "zh-Hans" | "zh-Hant" = "en") {
  const desk: HealthyDesk = await aHealthyDesk();
  if (place !== undefined) {
    desk.instruments = steady(configOf({ ...desk.env, AFTERLOAN_FACTS: place, AFTERLOAN_FACTS_SECRET: SECRET }));
  }
  return (await examined(desk.instruments, language)).filter(({ check }) => check === "facts");
}

describe("pushed facts", () => {
  it("are no fault where no system pushes any", async () => {
    expect(await saidOf()).toMatchObject([{ level: "ok", code: "facts.unused" }]);
  });

  it("are sound where the desk answers", async () => {
    const port = await served();
    expect(await saidOf(String(port))).toMatchObject([
      { level: "ok", code: "facts.ok", found: expect.stringContaining(`http://127.0.0.1:${port}/facts`) },
    ]);
  });

  it("are a note where other machines reach the place unencrypted", async () => {
    const port = await served("0.0.0.0");
    expect(await saidOf(`0.0.0.0:${port}`)).toMatchObject([
      { level: "warn", code: "facts.unencrypted", remedy: expect.stringContaining("TLS") },
      { level: "ok", code: "facts.ok" },
    ]);
  });

  it.each([
    ["en", "Start the desk"],
    ["zh-Hans", "请启动工作台"],
    ["zh-Hant", "請啟動工作台"],
  ] as const)("are a note while no desk runs, with the remedy (%s)", async (language, words) => {
    expect(await saidOf(String(await closedPort()), language)).toMatchObject([
      { level: "warn", code: "facts.not_served", remedy: expect.stringContaining(words) },
    ]);
  });

  it.each([
    ["en", "Set AFTERLOAN_FACTS"],
    ["zh-Hans", "AFTERLOAN_FACTS 设为空闲端口"],
    ["zh-Hant", "AFTERLOAN_FACTS 設為未使用的連接埠"],
  ] as const)("are a fault where another program has the port (%s)", async (language, words) => {
    expect(await saidOf(String(await anotherProgram()), language)).toMatchObject([
      { level: "fail", code: "facts.taken", remedy: expect.stringContaining(words) },
    ]);
  });

  it("are a note where the port is another one after each start", async () => {
    expect(await saidOf("0")).toMatchObject([{ level: "warn", code: "facts.any_port" }]);
  });
});
