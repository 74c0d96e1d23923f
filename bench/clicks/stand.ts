/** The three processes of a bench with clicks: the desk as it is started, a plain Bolt, and the load that is also Slack. */
import { once } from "node:events";
import { migrate } from "../../prisma/migrate.ts";
import type { Book } from "../book.ts";
import { type Child, freePort, saidBy, startChild } from "../children.ts";
import type { LoadAnswer, LoadOrder } from "./orders.ts";

export interface Stand {
  pressAtDesk(order: Presses): Promise<LoadAnswer>;
  pressAtPlainBolt(order: Presses): Promise<LoadAnswer>;
  stop(): Promise<void>;
}

type Presses = Omit<LoadOrder, "port" | "signingSecret" | "firstPlace" | "modals">;

const signingSecret = "0123456789abcdef0123456789abcdef";

export async function openStand(folder: string, book: Book): Promise<Stand> {
  const load = startChild("bench/clicks/load.ts");
  const [{ port: slackPort }] = (await once(load.process, "message")) as [{ port: number }];
  const [deskPort, plainPort] = [await freePort(), await freePort()];
  const desk = await startDesk(book, deskPort, slackPort);
  const plain = await startPlainBolt(`file:${folder}/plain-${plainPort}.db`, plainPort);
  let place = 0;
  return {
    pressAtDesk: (order) => {
      const firstPlace = place;
      place += order.rounds;
      if (place > book.each) throw new RangeError("the book has too few inspections for so many clicks");
      return load.ask<LoadAnswer>({ ...order, port: deskPort, signingSecret, firstPlace, modals: true });
    },
    pressAtPlainBolt: (order) =>
      load.ask<LoadAnswer>({ ...order, port: plainPort, signingSecret, firstPlace: 0, modals: false }),
    stop: async () => {
      await Promise.all([desk.stop(), plain.stop()]);
      await load.stop();
    },
  };
}

async function startDesk(book: Book, port: number, slackPort: number): Promise<Child> {
  const desk = launchDesk(book.url, port, slackPort);
  await saidBy(desk, READY);
  return desk;
}

/** What the desk says when it is ready. */
export const READY = /connected/;

/** As `npm start` starts it, connected over HTTP to a Slack at `slackPort`. */
export function launchDesk(databaseUrl: string, port: number, slackPort: number): Child {
  const env = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SLACK_BOT_TOKEN: "xoxb-bench-token",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    LOG_LEVEL: "error",
  };
  return startChild("commands/run.mjs", ["start"], { env });
}

async function startPlainBolt(url: string, port: number): Promise<Child> {
  await migrate(url);
  const plain = launchPlainBolt(url, port);
  await saidBy(plain, PLAIN_READY);
  return plain;
}

export const PLAIN_READY = /ready/;

export function launchPlainBolt(url: string, port: number): Child {
  return startChild("bench/clicks/plain-bolt.ts", [url, String(port), signingSecret]);
}
