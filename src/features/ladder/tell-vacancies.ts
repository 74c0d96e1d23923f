/** Who can fill a post is told once that it is vacant: the administrators, or where there are none the nearest manager. */
import { addTo } from "../../domain/lists-by-key.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { type Context, inTransaction, type Parts } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { line, note, type Piece } from "../../platform/view.ts";
import { holdersOf, standingAt, unitPath } from "../people/index.ts";
import type { Vacancy } from "./vacancies.ts";

export const VACANT = "ladder.vacant";
const VACANCY_SUBJECT = "vacancy";
const UNITS_NAMED = 5;

/** What was seen last, so that a tick does not ask who was told. A restart forgets it and asks once. */
const seen = new WeakMap<Parts, string>();

/** A post that was filled and is vacant again is another vacancy. */
export async function promiseVacancies(ctx: Context, vacancies: readonly Vacancy[]): Promise<void> {
  const sign = JSON.stringify([ctx.now.toISODate(), vacancies]);
  if (vacancies.length === 0 || seen.get(ctx.parts) === sign) {
    return;
  }
  const byPerson = new Map<string, string[]>();
  for (const vacancy of vacancies) {
    const subject = await subjectOf(ctx, vacancy);
    for (const person of await whoIsTold(ctx, vacancy)) {
      addTo(byPerson, person, subject);
    }
  }
  for (const [personId, subjects] of byPerson) {
    await promiseTo(ctx, personId, subjects);
  }
  seen.set(ctx.parts, sign);
}

/** `risk_manager@UNIT@2026-03-01`: the role, the unit, and since when nobody holds it. */
async function subjectOf(ctx: Context, { unitId, role }: Vacancy): Promise<string> {
  const last = await ctx.db.roleGrant.findFirst({
    where: { role, unitId: { in: await unitPath(ctx.db, unitId) } },
    orderBy: { toAt: "desc" },
    select: { toAt: true, person: { select: { leftOn: true } } },
  });
  return `${role}@${unitId}@${last?.toAt?.toISOString().slice(0, 10) ?? last?.person.leftOn ?? "ever"}`;
}

async function whoIsTold(ctx: Context, { unitId }: Vacancy): Promise<readonly string[]> {
  const administrators = await ctx.db.roleGrant.findMany({
    where: { role: "administrator", ...standingAt(ctx.now) },
    select: { personId: true },
  });
  if (administrators.length > 0) {
    return [...new Set(administrators.map(({ personId }) => personId))];
  }
  const managers = await holdersOf(ctx.db, "unit_manager", unitId, ctx.now);
  return managers.personIds;
}

async function promiseTo(ctx: Context, personId: string, subjects: readonly string[]): Promise<void> {
  const told = await ctx.db.outboxItem.findMany({
    where: {
      subjectKind: VACANCY_SUBJECT,
      subjectId: { in: [...subjects] },
      message: { personId, kind: VACANT, state: { in: ["pending", "claimed", "uncertain", "sent"] } },
    },
    select: { subjectId: true },
  });
  const known = new Set(told.map(({ subjectId }) => subjectId));
  const items = subjects
    .filter((subject) => !known.has(subject))
    .map((id) => ({ kind: VACANCY_SUBJECT, id, stage: "vacant" }));
  if (items.length === 0) {
    return;
  }
  const person = await ctx.db.person.findUniqueOrThrow({ where: { id: personId }, include: { unit: true } });
  const today = localDate(ctx.now, person.unit.timeZone);
  const notBefore = momentAt(today, ctx.policy.policy.reminders.morning_at, person.unit.timeZone).toJSDate();
  await inTransaction(ctx, (tx) =>
    promise(tx, { key: `${VACANT}:${personId}:${today}`, kind: VACANT, personId, slotOn: today, items, notBefore }),
  );
}

/** As told, whoever holds the post by now: the message is about the day on which it was missing. */
export const renderVacant: Renderer = async (ctx, { items }) => {
  const units = new Map<Role, string[]>();
  for (const { id } of items) {
    const [role = "", unitId = ""] = id.split("@");
    const known = oneOf(ROLES, role);
    addTo(units, known, unitId);
  }
  const rows = await ctx.db.orgUnit.findMany({
    where: { id: { in: [...units.values()].flatMap((ids) => ids.slice(0, UNITS_NAMED)) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const pieces = [...units].map(([role, unitIds]): Piece => {
    const names = unitIds.slice(0, UNITS_NAMED).map((id) => nameOf.get(id) ?? "");
    const more = unitIds.length - names.length;
    const said = { role: ctx.t(`role.${role}`), units: names.join(", ") };
    return line(more === 0 ? ctx.t("vacant.post", said) : ctx.t("vacant.post_more", { ...said, count: more }));
  });
  return {
    title: ctx.t("vacant.title", { count: units.size }),
    pieces: [line(ctx.t("vacant.why")), ...pieces, note(ctx.t("vacant.remedy"))],
  };
};
