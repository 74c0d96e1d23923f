/** Bolt, over Socket Mode or HTTP. Its own client is never used to post: see clients.ts. */
import { Server } from "node:http";
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { clientOptions } from "./clients.ts";
import { refuseReplays } from "./http-window.ts";
import { TwoSockets } from "./sockets/receiver.ts";
import { DIRECT, type WayOut } from "./way-out.ts";

export type Transport =
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };

export interface SlackConnection {
  readonly botToken: string;
  readonly transport: Transport;
  readonly apiUrl: string | undefined;
  /** Direct where none is given. */
  readonly way?: WayOut;
}

export interface BoltSettings extends SlackConnection {
  readonly log: Log;
}

const PEOPLE_TIMEOUT_MS = 2_000;

export interface RunningBolt {
  readonly bolt: App;
  /** Answers the port that HTTP listens on; none in Socket Mode. */
  start(): Promise<number | undefined>;
  stop(): Promise<void>;
  /** Whether a listener is still at work on something that Slack delivered. */
  busy(): boolean;
  /** Whether Slack can reach it: an open socket, or a port that listens. */
  hears(): boolean;
  /** Resolves once no listener is at work. */
  idle(): Promise<void>;
}

export function createBolt(settings: BoltSettings): RunningBolt {
  const options = clientOptions(settings.apiUrl, PEOPLE_TIMEOUT_MS, settings.way ?? DIRECT);
  let stopping = false;
  const logger = boltLogger(settings.log, () => stopping);
  const receiver = createReceiver(settings, options, logger);
  const bolt = new App({
    receiver,
    // Given a token alone, Bolt asks Slack for the bot's name at every delivery, and where Slack does not answer it
    // acknowledges what nobody has kept.
    authorize: async () => ({ botToken: settings.botToken }),
    clientOptions: options,
    logger,
    attachFunctionToken: false,
  });
  let underWay = 0;
  let server: Server | undefined;
  bolt.use(async ({ next }) => {
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  });
  return {
    bolt,
    busy: () => underWay > 0,
    hears: () => (receiver instanceof TwoSockets ? receiver.hears : server?.listening === true),
    idle: async () => {
      while (underWay > 0) {
        await new Promise((resume) => setTimeout(resume, 20));
      }
    },
    start: async () => {
      const started: unknown = await (settings.transport.mode === "http"
        ? bolt.start(settings.transport.port)
        : bolt.start());
      if (!(started instanceof Server)) {
        return undefined;
      }
      server = started;
      refuseReplays(started, settings.log);
      return portOf(started);
    },
    stop: async () => {
      stopping = true;
      await bolt.stop();
    },
  };
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : undefined;
}

function createReceiver(
  { transport, log, way }: BoltSettings,
  options: ReturnType<typeof clientOptions>,
  logger: Logger,
): Receiver {
  return transport.mode === "socket"
    ? new TwoSockets({ appToken: transport.appToken, logger, clientOptions: options, ...socketWay(way) }, log)
    : new HTTPReceiver({ signingSecret: transport.signingSecret, port: transport.port, logger });
}

const socketWay = (way: WayOut | undefined) =>
  way?.proxied === undefined ? {} : { dispatcher: way.proxied.dispatcher };

/** Bolt's own lines go to our log, which hides what must not be written down. */
function boltLogger(log: Log, stopping: () => boolean): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...lines) => log.warn({ from: "bolt" }, lines.map(String).join(" ")),
    // A socket that is closed on purpose complains once.
    error: (...lines) => log[stopping() ? "debug" : "error"]({ from: "bolt" }, lines.map(String).join(" ")),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
