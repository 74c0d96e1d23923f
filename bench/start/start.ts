/** From the command to the moment in which a click would be answered, beside a bare Bolt with the raw driver. */
import { once } from "node:events";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { type Child, freePort, saidBy, startChild } from "../children.ts";
import { launchDesk, launchPlainBolt, PLAIN_READY, READY } from "../clicks/stand.ts";
import { figureOf, type Pair } from "../figure.ts";

const OFFICERS = 100;
const EACH = 100;
const GOAL_S = 2;

export const start: Bench = {
  name: "start",
  run: async (size) => {
    const { url } = await writeBook(`file:${size.folder}/start.db`, OFFICERS, size.small ? 1 : EACH);
    const slack = startChild("bench/clicks/load.ts");
    const [{ port }] = (await once(slack.process, "message")) as [{ port: number }];
    try {
      await secondsOf(launchDesk(url, await freePort(), port), READY);
      const figure = `start to ready, ${size.small ? "a few" : "10 thousand"} loans`;
      return [figureOf({ bench: "start", figure, unit: "s", goal: { atMost: GOAL_S } }, await pairs(size, url, port))];
    } finally {
      await slack.stop();
    }
  },
};

async function pairs(size: BenchSize, url: string, slackPort: number): Promise<Pair[]> {
  const measured: Pair[] = [];
  for (let run = 0; run < size.runs; run += 1) {
    const ours = await secondsOf(launchDesk(url, await freePort(), slackPort), READY);
    const baseline = await secondsOf(launchPlainBolt(url, await freePort()), PLAIN_READY);
    size.say(`  ${ours.toFixed(2)} s beside ${baseline.toFixed(2)} s`);
    measured.push({ ours, baseline });
  }
  return measured;
}

async function secondsOf(child: Child, ready: RegExp): Promise<number> {
  const { ms } = await saidBy(child, ready);
  await child.stop();
  return ms / 1000;
}
