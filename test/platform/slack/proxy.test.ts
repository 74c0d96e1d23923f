/** Slack through a bank's proxy: calls and sockets go through it, this machine never, and what fails is told in words. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import { shareFile } from "../../../src/platform/slack/share-file.ts";
import { DIRECT, proxyTo, type WayOut } from "../../../src/platform/slack/way-out.ts";
import { localTokens, type Workspace } from "../../../src/workspace/workspace.ts";
import { aHealthyDesk, configOf, examined, steady } from "../../features/doctor/patient.ts";
import { certificateOf } from "../../setup/certificate.ts";
import { bankWorkspace, li } from "../../workspace/desk-app.ts";
import { behindProxy, type Network, SLACK } from "./behind-proxy.ts";

let workspace: Workspace;
let network: Network;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-proxy-"));
  const certificate = certificateOf(SLACK);
  writeFileSync(join(folder, "root.pem"), certificate.cert);
  workspace = await bankWorkspace();
  network = await behindProxy(workspace, certificate);
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  network.close();
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function typed(env: Record<string, string>, ...words: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "commands/cli.ts", ...words], {
    env: {
      PATH: process.env.PATH,
      AFTERLOAN_DATA_DIR: folder,
      NODE_EXTRA_CA_CERTS: join(folder, "root.pem"),
      SLACK_BOT_TOKEN: localTokens.botToken,
      SLACK_APP_TOKEN: localTokens.appToken,
      SLACK_API_URL: `https://${SLACK}/api/`,
      LOG_LEVEL: "error",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return child;
}

async function doctorSays(env: Record<string, string>): Promise<string> {
  const child = typed(env, "doctor");
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => said.push(data.toString()));
  await once(child, "close");
  return said.join("");
}

describe("behind a proxy that wants a password", () => {
  it("a desk calls Slack and opens both sockets through it", async () => {
    const desk = typed({ HTTPS_PROXY: network.proxy }, "start");
    for (let said = ""; !said.includes("connected to Slack"); ) {
      const [data] = await once(desk.stdout ?? desk, "data");
      said += String(data);
    }
    while (workspace.sockets.connections < 2) await new Promise((resume) => setTimeout(resume, 20));
    desk.kill("SIGTERM");
    expect(await once(desk, "exit")).toEqual([0, null]);
    expect(new Set(network.opened)).toEqual(new Set([`${SLACK}:443`]));
    expect(network.opened.length).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it("the doctor in the terminal names the proxy it went through", async () => {
    const said = await doctorSays({ https_proxy: network.proxy });
    expect(said).toContain(`${SLACK} answers, through the proxy 127.0.0.1:`);
    expect(said).toContain("Bot token: valid");
    expect(said).not.toContain("sesame");
  }, 60_000);

  const examinedWith = async (env: Record<string, string>, language: "en" | "zh-Hans" = "en") => {
    const desk = await aHealthyDesk();
    const config = configOf({ ...desk.env, SLACK_API_URL: `https://${SLACK}/api/`, ...env });
    return JSON.stringify(await examined(steady(config), language));
  };

  it("the doctor says that the proxy refuses, and what to mend; in the reader's language", async () => {
    const said = await examinedWith({ HTTPS_PROXY: network.wrongProxy }, "zh-Hans");
    expect(said).toContain(`不放行到 ${SLACK} 的连接`);
    expect(said).toContain("请修改 HTTPS_PROXY 中的用户名和密码");
    expect(said).not.toContain("sesame");
  });

  it("the doctor says that the proxy cannot be reached", async () => {
    const said = await examinedWith({ HTTPS_PROXY: "http://127.0.0.1:9" });
    expect(said).toContain("the proxy 127.0.0.1:9 cannot be reached (ECONNREFUSED)");
    expect(said).toContain("Mend HTTPS_PROXY");
  });

  it("what NO_PROXY names is asked directly, and this machine always", async () => {
    const before = network.opened.length;
    const direct = await examinedWith({ HTTPS_PROXY: network.proxy, NO_PROXY: `other.test, ${SLACK}` });
    expect(direct).toContain(`the name ${SLACK} cannot be resolved`);
    const here = await examinedWith({ HTTPS_PROXY: network.proxy, SLACK_API_URL: workspace.apiUrl });
    expect(here).toContain(`${new URL(workspace.url).host} answers"`);
    expect(network.opened).toHaveLength(before);
  });

  it("HTTP_PROXY and ALL_PROXY alone are not followed, and the operator is told", async () => {
    const said = await examinedWith({
      ALL_PROXY: network.proxy,
      http_proxy: network.proxy,
      SLACK_API_URL: workspace.apiUrl,
    });
    expect(said).toContain("http_proxy, ALL_PROXY set, HTTPS_PROXY not: the desk speaks to Slack directly");
  });
});

describe("a file", () => {
  it("takes the way of the client that it is shared with", async () => {
    const asked: string[] = [];
    const way: WayOut = {
      fetch: (url, init) => {
        asked.push(String(url));
        return DIRECT.fetch(url, init);
      },
    };
    const { queue } = createSlackClients(localTokens.botToken, workspace.apiUrl, way);
    const file = { name: "sheet.pdf", bytes: Buffer.from("%PDF-1.7"), comment: "The sheet" };
    await shareFile(queue, li, file);
    expect(asked).toHaveLength(1);
  });
});

describe("the proxy that leads to a host", () => {
  const proxy = (except: string) => ({ url: "http://me:secret@proxy.bank.example:8080", except });

  it.each([
    ["slack.com", "", "proxy.bank.example:8080"],
    ["slack.com", "bank.example", "proxy.bank.example:8080"],
    ["slack.com", "notslack.com, com.example", "proxy.bank.example:8080"],
    ["slack.com", "*", undefined],
    ["slack.com:443", ".slack.com", undefined],
    ["wss-primary.slack.com", "*.slack.com", undefined],
    ["files.Slack.com", "one.example two.example,slack.com:443", undefined],
    ["127.0.0.1:3000", "", undefined],
    ["localhost", "", undefined],
  ])("%s without %j is %s", (host, except, expected) => {
    expect(proxyTo(host, proxy(except))).toBe(expected);
    expect(proxyTo(host, undefined)).toBeUndefined();
  });
});
