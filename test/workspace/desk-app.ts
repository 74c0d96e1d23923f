import {
  App,
  type AppOptions,
  HTTPReceiver,
  type Logger,
  LogLevel,
  type Receiver,
  SocketModeReceiver,
} from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { localTokens, startWorkspace, type Workspace, type WorkspaceOptions } from "../../src/workspace/workspace.ts";

export const li = "U0000000LI";
export const wang = "U000000WAN";
export const desk = { userId: "U0000AFTER", botId: "B0000AFTER", appId: "A0000AFTER", name: "Afterloan" };
export const reviewers = "C000REVIEW";

const person = (id: string, name: string, realName: string, locale: string) => ({
  id,
  name,
  realName,
  title: "Account manager",
  email: `${name}@bank.example`,
  locale,
  timeZone: "Asia/Shanghai",
});

/** Listeners under way in apps of this process: the workspace's steps wait for them (`hostBusy`). */
let listening = 0;

/** A small workspace: two people, one channel with the app, one archived, one without the app. */
export function bankWorkspace(more: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  return startWorkspace({
    people: [person(li, "li.na", "Li Na", "zh-CN"), person(wang, "wang.wei", "Wang Wei", "en-US")],
    channels: [
      { id: reviewers, name: "reviewers", members: [li, wang, desk.userId] },
      { id: "C000CLOSED", name: "closed", members: [li, desk.userId], isArchived: true },
      { id: "C00PRIVATE", name: "without-app", members: [li] },
      { id: "C00FOREIGN", name: "also-without-app", members: [li] },
    ],
    commands: [{ command: "/postloan", usageHint: "due | check NUMBER", description: "The post-loan desk" }],
    bot: desk,
    ...localTokens,
    welcome: ["Open the Home tab."],
    environment: {},
    hostBusy: () => listening > 0,
    ...more,
  });
}

export type Transport = "http" | "socket";

export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export interface ConnectedApp {
  app: App;
  stop(): Promise<void>;
}

function receiverFor(transport: Transport, workspace: Workspace): Receiver {
  const { appToken, signingSecret } = localTokens;
  if (transport === "http") return new HTTPReceiver({ signingSecret, port: 0, logger: silent });
  return new SocketModeReceiver({
    appToken,
    installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
    logger: silent,
  });
}

/** An unchanged Bolt app, connected over one of Slack's two transports. */
export async function connectApp(
  workspace: Workspace,
  transport: Transport,
  define: (app: App) => void,
  clientOptions: AppOptions["clientOptions"] = {},
): Promise<ConnectedApp> {
  const receiver = receiverFor(transport, workspace);
  const app = new App({
    token: localTokens.botToken,
    receiver,
    clientOptions: { slackApiUrl: workspace.apiUrl, ...clientOptions },
    logger: silent,
  });
  app.use(async ({ next }) => {
    listening += 1;
    try {
      await next();
    } finally {
      listening -= 1;
    }
  });
  define(app);
  const started: unknown = await (transport === "http" ? app.start(0) : app.start());
  if (transport === "http" && typeof started === "object" && started !== null && "address" in started) {
    const address = (started as import("node:http").Server).address();
    if (typeof address === "object" && address !== null)
      workspace.setRequestUrl(`http://127.0.0.1:${address.port}/slack/events`);
  }
  return {
    app,
    stop: async () => {
      await app.stop();
    },
  };
}

/** A client that neither retries nor waits, as afterloan's own clients are. */
export const plainClient = (workspace: Workspace, token: string = localTokens.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });

/** What a call was refused with: Slack's code, or the client's own code for a lost answer. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  return await call.then(
    () => "accepted",
    (error) => {
      const { data, code } = error as { data?: { error?: string }; code?: string };
      return data?.error ?? code ?? String(error);
    },
  );
}
