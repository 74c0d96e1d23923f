/** What the doctor says of the pages for files: wanted or not, set or not, and what answers there. */
import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listening } from "../../../src/platform/health-address.ts";
import { createLog } from "../../../src/platform/log.ts";
import type { PageSource } from "../../../src/platform/pages/answer.ts";
import { servePages } from "../../../src/platform/pages/serve-pages.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { linkPolicy } from "../../setup/link-policy.ts";
import { aHealthyDesk, configOf, examined, type HealthyDesk, steady } from "./patient.ts";

const HERE = "127.0.0.1";
const OUTSIDE = "https://files.bank.example";
const page = async () =>
  ({ kind: "page", status: 404, page: { language: "en", from: "Desk", title: "Nothing", lines: [] } }) as const;
const nobodysLink: PageSource = {
  look: page,
  take: page,
  refuse: page,
  mostBytes: async () => 0,
  broken: () => ({ kind: "page", status: 500, page: { language: "en", from: "Desk", title: "Broken", lines: [] } }),
};

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** The pages of a desk that runs. Answers their port. */
async function served(): Promise<number> {
  const { port, close } = await servePages({ host: HERE, port: 0 }, nobodysLink, createLog("silent"));
  opened.push(close);
  return port;
}

async function another(answers: RequestListener): Promise<number> {
  const server = createServer(answers);
  opened.push(async () => server.close());
  return listening(server, { host: HERE, port: 0 });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, { host: HERE, port: 0 });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A desk under a policy with `documents: link`, with these settings beside. */
async function byLink(settings: Record<string, string> = {}): Promise<HealthyDesk> {
  const desk = await aHealthyDesk();
  const env = { ...desk.env, AFTERLOAN_POLICY: linkPolicy(desk.folder), ...settings };
  desk.instruments = steady(configOf(env));
  return desk;
}

const set = (port: number, address: string) => ({ AFTERLOAN_PAGES: String(port), AFTERLOAN_PAGES_URL: address });

async function saidOf(desk: HealthyDesk, language: "en" | "zh-Hans" | "zh-Hant" = "en") {
  const told = await examined(desk.instruments, language);
  return told.filter(({ check }) => check === "pages");
}

describe("the pages for files", () => {
  it("are not needed where files go through Slack; set all the same, they are a note", async () => {
    const desk = await aHealthyDesk();
    expect(await saidOf(desk)).toMatchObject([{ level: "ok", code: "pages.unused" }]);
    desk.instruments = steady(configOf({ ...desk.env, ...set(9470, OUTSIDE) }));
    expect(await saidOf(desk)).toMatchObject([
      { level: "warn", code: "pages.unasked", remedy: expect.stringContaining("documents: link") },
    ]);
  });

  it.each([
    ["en", "Set AFTERLOAN_PAGES"],
    ["zh-Hans", "请设置 AFTERLOAN_PAGES"],
    ["zh-Hant", "請設定 AFTERLOAN_PAGES"],
  ] as const)(
    "are a fault where the policy wants them and nothing is set, with the remedy (%s)",
    async (language, words) => {
      expect(await saidOf(await byLink(), language)).toMatchObject([
        { level: "fail", code: "pages.missing", remedy: expect.stringContaining(words) },
      ]);
    },
  );

  it("are asked for by the policy that two persons adopted, not by the file beside it", async () => {
    const desk = await aHealthyDesk();
    const loaded = loadPolicy(linkPolicy(desk.folder));
    if (isProblems(loaded)) throw new Error("the policy of this test is sound");
    const { id, version, effective } = loaded.policy.policy;
    await desk.database.db.policyVersion.create({
      data: {
        policyId: id,
        version,
        effectiveFrom: effective,
        text: loaded.text,
        hash: loaded.hash,
        adoptedBy: "head",
        adoptedAt: new Date("2026-03-01T00:00:00Z"),
      },
    });
    expect(await saidOf(desk)).toMatchObject([{ level: "fail", code: "pages.missing" }]);
  });

  it("come by themselves beside the local workspace", async () => {
    const desk = await aHealthyDesk();
    const { SLACK_BOT_TOKEN: _bot, SLACK_APP_TOKEN: _app, SLACK_API_URL: _url, ...env } = desk.env;
    desk.instruments = steady(configOf({ ...env, AFTERLOAN_POLICY: linkPolicy(desk.folder) }));
    expect(await saidOf(desk)).toMatchObject([{ level: "ok", code: "pages.local" }]);
  });

  it("are well where they answer at the address that people use, a path before them included", async () => {
    const port = await served();
    const proxy = await another((request, response) => {
      const behind = `http://${HERE}:${port}${request.url?.replace("/files", "") ?? ""}`;
      void fetch(behind).then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
    const said = await saidOf(await byLink(set(port, `http://localhost:${proxy}/files`)));
    expect(said.map(({ code }) => code)).toEqual(["pages.only_here", "pages.ok"]);
  });

  it("cannot be tried before the desk runs: its own port is asked first", async () => {
    const desk = await byLink(set(await closedPort(), OUTSIDE));
    desk.instruments = {
      ...desk.instruments,
      askPages: async (address) => (address === OUTSIDE ? { kind: "ours" } : { kind: "silent", code: "ECONNREFUSED" }),
    };
    expect(await saidOf(desk)).toMatchObject([
      { level: "warn", code: "pages.not_served", remedy: expect.stringContaining("Start the desk") },
    ]);
  });

  it("are a fault where another program has their port", async () => {
    const port = await another((_request, response) => response.end("something else"));
    expect(await saidOf(await byLink(set(port, OUTSIDE)))).toMatchObject([
      { level: "fail", code: "pages.taken", found: `another program answers on ${HERE}:${port}` },
    ]);
  });

  it("are a fault where a proxy answers with a page of its own", async () => {
    const login = await another((_request, response) => response.writeHead(302, { location: "/login" }).end());
    const said = await saidOf(await byLink(set(await served(), `http://localhost:${login}`)));
    expect(said.at(-1)).toMatchObject({
      level: "fail",
      code: "pages.elsewhere",
      found: expect.stringContaining("status 302"),
      remedy: expect.stringContaining("login page"),
    });
  });

  it("are a fault where this machine does not reach their address", async () => {
    const closed = await closedPort();
    const said = await saidOf(await byLink(set(await served(), `http://localhost:${closed}`)));
    expect(said.at(-1)).toMatchObject({
      level: "fail",
      code: "pages.unreached",
      found: expect.stringContaining("ECONNREFUSED"),
      remedy: expect.stringContaining("There is no such page"),
    });
  });
});
