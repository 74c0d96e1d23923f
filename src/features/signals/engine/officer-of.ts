/** Whose work a signal about our own work is about: who is late, who wrote the report, else who keeps the account. */
import type { Context } from "../../../platform/context.ts";
import type { Finding } from "./findings.ts";
import type { BorrowerRecord } from "./record-of.ts";

/** Nobody where nobody keeps the account. */
export async function officersOf(
  { db }: Context,
  { row }: BorrowerRecord,
  { rule, found }: Finding,
): Promise<string[]> {
  if (rule.about !== "officer") return [];
  const used = found.triggers.filter(({ fired }) => fired).flatMap((judged) => judged.used);
  const references = used.map(({ reference }) => reference);
  const late = row.inspections.find(({ number, assigneeId }) => assigneeId !== null && references.includes(number));
  const written = await db.report.findFirst({ where: { id: { in: references } }, select: { submittedById: true } });
  const officer = written?.submittedById ?? late?.assigneeId ?? row.ownerships[0]?.personId;
  return officer === undefined ? [] : [officer];
}
