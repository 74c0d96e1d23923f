/** Click to acknowledgement while fifty people press at once, on a small and on a large book. */
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { type Figure, figureOf, type Pair, percentile } from "../figure.ts";
import { openStand, type Stand } from "./stand.ts";

const AT_ONCE = 50;
/** Officers times borrowers of each. */
const BOOKS = [
  { loans: "10 thousand", officers: 100, each: 100 },
  { loans: "1 million", officers: 10_000, each: 100 },
] as const;
const SMALL_BOOKS = [{ loans: "a few", officers: AT_ONCE, each: 8 }] as const;
const ROUNDS = 10;
const PAUSE_MS = 50;
const GOAL = 1.5;

export const clicks: Bench = {
  name: "clicks",
  run: async (size) => {
    const figures: Figure[] = [];
    for (const wanted of size.small ? SMALL_BOOKS : BOOKS) {
      const book = await writeBook(`file:${size.folder}/clicks-${wanted.officers}.db`, wanted.officers, wanted.each);
      const stand = await openStand(size.folder, book);
      try {
        figures.push(...(await measure(size, wanted.loans, stand)));
      } finally {
        await stand.stop();
      }
    }
    return figures;
  },
};

async function measure(size: BenchSize, loans: string, stand: Stand): Promise<Figure[]> {
  const order = { atOnce: AT_ONCE, rounds: size.small ? 1 : ROUNDS, pauseMs: PAUSE_MS, limitedMs: 0 };
  const warm = { ...order, rounds: 3 };
  await stand.pressAtDesk(warm);
  await stand.pressAtPlainBolt(warm);
  const high: Pair[] = [];
  const middle: Pair[] = [];
  for (let run = 0; run < size.runs; run += 1) {
    const ours = await stand.pressAtDesk(order);
    const plain = await stand.pressAtPlainBolt(order);
    high.push({ ours: percentile(ours.ackMs, 99), baseline: percentile(plain.ackMs, 99) });
    middle.push({ ours: percentile(ours.ackMs, 50), baseline: percentile(plain.ackMs, 50) });
    const modal = `modal ${percentile(ours.modalMs, 99).toFixed(0)} ms${ours.missing === 0 ? "" : `, ${ours.missing} never came`}`;
    size.say(`  ${loans} loans: ${inMs(high.at(-1)?.ours)} beside ${inMs(high.at(-1)?.baseline)}; ${modal}`);
  }
  const named = { bench: "clicks", unit: "ms", goal: { ratio: GOAL } } as const;
  const what = `click to acknowledgement, ${AT_ONCE} at once, ${loans} loans`;
  return [
    figureOf({ ...named, figure: `${what}, p99` }, high),
    figureOf({ ...named, figure: `${what}, median` }, middle),
  ];
}

function inMs(value = 0): string {
  return `${value.toFixed(1)} ms`;
}
