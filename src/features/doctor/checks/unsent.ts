import { notPutOff } from "../../../platform/outbox/quiet.ts";
import { type Finding, fail, ok, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

/** A desk that runs sends within seconds. */
const LATE_MINUTES = 10;
const STUCK_MINUTES = 60;
const DEAD_WITHIN_DAYS = 7;

export const unsent: Check = {
  name: "unsent",
  needs: ["record"],
  look: async (patient) => {
    const found = [...(await waiting(patient)), ...(await doubtful(patient)), ...(await dead(patient))];
    return found.length === 0 ? [ok("unsent.ok")] : found;
  },
};

async function waiting({ db, businessNow, machineNow }: Patient): Promise<Finding[]> {
  const now = await businessNow();
  const due = { state: "pending", notBefore: { lte: now.toJSDate() }, ...notPutOff(machineNow()) };
  const oldest = await db.outboxMessage.findFirst({ where: due, orderBy: { notBefore: "asc" } });
  const minutes = oldest === null ? 0 : Math.floor((now.toMillis() - oldest.notBefore.getTime()) / 60_000);
  if (minutes < LATE_MINUTES) {
    return [];
  }
  const values = { minutes, count: await db.outboxMessage.count({ where: due }), kind: oldest?.kind ?? "" };
  return [minutes >= STUCK_MINUTES ? fail("unsent.stuck", values) : warn("unsent.late", values)];
}

async function doubtful({ db, businessNow }: Patient): Promise<Finding[]> {
  const before = (await businessNow()).minus({ minutes: LATE_MINUTES }).toJSDate();
  const count = await db.outboxMessage.count({ where: { state: "uncertain", createdAt: { lt: before } } });
  return count === 0 ? [] : [warn("unsent.uncertain", { count })];
}

async function dead({ db, businessNow }: Patient): Promise<Finding[]> {
  const since = (await businessNow()).minus({ days: DEAD_WITHIN_DAYS }).toJSDate();
  const rows = await db.outboxMessage.findMany({
    where: { state: "dead", createdAt: { gte: since } },
    orderBy: { createdAt: "desc" },
    select: { failure: true },
  });
  const why = [...new Set(rows.map(({ failure }) => failure ?? "unknown"))].join(", ");
  return rows.length === 0 ? [] : [warn("unsent.dead", { count: rows.length, why, days: DEAD_WITHIN_DAYS })];
}
