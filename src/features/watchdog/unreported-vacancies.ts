/** Posts that rungs pass because nobody holds them, and of which nobody who could fill them was told. */
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitPath } from "../people/index.ts";
import type { Difference } from "./difference.ts";
import { VACANCY_SUBJECT } from "./ids.ts";

export interface PassedPost {
  readonly unitId: string;
  readonly role: Role;
}

/** Reported are those of which a message told, and those that the watchdog's own report has named. An account's keeper is no post. */
export async function findUnreported(ctx: Context, passed: readonly PassedPost[]): Promise<Difference[]> {
  const posts = new Map(passed.map((post) => [`${post.role}@${post.unitId}`, post]));
  const found: Difference[] = [];
  for (const { unitId, role } of posts.values()) {
    if (role !== "account_manager") found.push(await differenceOf(ctx, { unitId, role }));
  }
  const ids = found.map(({ subject }) => subject.id);
  const told = await inTurns(ids, (some) =>
    ctx.db.outboxItem.findMany({
      where: { subjectKind: VACANCY_SUBJECT, subjectId: { in: some } },
      select: { subjectId: true },
    }),
  );
  const named = await inTurns(
    found.map(({ key }) => key),
    (some) =>
      ctx.db.watchdogFinding.findMany({
        where: { key: { in: some }, reportedAt: { not: null } },
        select: { subjectId: true },
      }),
  );
  const known = new Set([...told, ...named].map(({ subjectId }) => subjectId));
  return found.filter(({ subject }) => !known.has(subject.id));
}

/** `risk_manager@UNIT@2026-03-01`: a post that was filled and is vacant again is another vacancy. */
async function differenceOf(ctx: Context, { unitId, role }: PassedPost): Promise<Difference> {
  const last = await ctx.db.roleGrant.findFirst({
    where: { role, unitId: { in: await unitPath(ctx.db, unitId) } },
    orderBy: { toAt: "desc" },
    select: { toAt: true, person: { select: { leftOn: true } } },
  });
  const id = `${role}@${unitId}@${last?.toAt?.toISOString().slice(0, 10) ?? last?.person.leftOn ?? "ever"}`;
  return { key: `vacancy:${id}`, kind: "vacancy", subject: { kind: VACANCY_SUBJECT, id }, detail: { unitId, role } };
}
