import type { Context } from "../../platform/context.ts";
import { PURSUED } from "./facts.ts";
import type { PackedTexts } from "./packed-texts.ts";

export interface MissingLoans {
  readonly count: number;
  readonly some: readonly string[];
}

const PAGE = 5_000;
const NAMED = 100;

/** Open loans that a full extract does not hold. They keep their duties until their owner confirms what became of them. */
export async function missingLoans(ctx: Context, seen: PackedTexts): Promise<MissingLoans> {
  const some: string[] = [];
  let count = 0;
  for (let after = ""; ; ) {
    const page = await ctx.db.loan.findMany({
      where: { state: { in: [...PURSUED] }, number: { gt: after } },
      orderBy: { number: "asc" },
      select: { number: true },
      take: PAGE,
    });
    const missing = page.filter(({ number }) => !seen.has(number));
    count += missing.length;
    some.push(...missing.slice(0, NAMED - some.length).map(({ number }) => number));
    const last = page.at(-1);
    if (last === undefined) return { count, some };
    after = last.number;
  }
}
