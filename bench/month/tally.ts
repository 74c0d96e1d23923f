/** What the month left in the record. */
import type { Context } from "../../src/platform/context.ts";

export async function byCode({ db }: Context) {
  const rows = await db.signal.findMany({
    orderBy: { code: "asc" },
    select: {
      code: true,
      level: true,
      acknowledgedAt: true,
      verifiedAt: true,
      curedAt: true,
      endedAt: true,
      path: true,
    },
  });
  return [...new Set(rows.map(({ code }) => code))].map((code) => {
    const own = rows.filter((row) => row.code === code);
    const count = (isCounted: (row: (typeof own)[number]) => boolean) => own.filter(isCounted).length;
    return {
      code,
      path: [...new Set(own.map(({ path }) => path))].join(", "),
      raised: own.length,
      red: count(({ level }) => level === "red"),
      orange: count(({ level }) => level === "orange"),
      acknowledged: count(({ acknowledgedAt }) => acknowledgedAt !== null),
      verified: count(({ verifiedAt }) => verifiedAt !== null),
      factGone: count(({ curedAt }) => curedAt !== null),
      open: count(({ endedAt }) => endedAt === null),
    };
  });
}

export async function byRung({ db }: Context) {
  const rows = await db.escalation.groupBy({
    by: ["level", "awaits", "role"],
    _count: true,
    orderBy: [{ level: "asc" }, { awaits: "asc" }, { role: "asc" }],
  });
  return rows.map(({ level, awaits, role, _count: told }) => ({ level, awaits, role, told }));
}

/** Open, and neither taken by anybody nor of an account that somebody keeps. */
export function withoutOwner({ db }: Context): Promise<number> {
  return db.signal.count({
    where: { endedAt: null, ownerId: null, borrower: { ownerships: { none: { toAt: null } } } },
  });
}
