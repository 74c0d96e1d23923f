/** Whose figures somebody asks for, and whether they may have them. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Product } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { unitPath, unitsBelow } from "../people/index.ts";
import type { ScopeRef } from "./place.ts";

export interface DigestScope {
  readonly ref: ScopeRef;
  /** Of the unit or the person; empty for nobody. */
  readonly name: string;
  /** Of a person: only what lies in these units; everything where it is the reader's own. */
  readonly units?: readonly string[];
  /** One step up, where the reader may see it. */
  readonly above?: { readonly ref: ScopeRef; readonly name: string };
}

export async function scopeFor(ctx: Context, { kind, id, product }: ScopeRef): Promise<DigestScope | Refusal> {
  if (kind === "unit") {
    return unitScope(ctx, id, product);
  }
  return kind === "person" ? personScope(ctx, id, product) : nobodyScope(ctx, id, product);
}

/** With everything below it. */
export async function unitScope(ctx: Context, unitId: string, product?: Product): Promise<DigestScope | Refusal> {
  const path = await unitPath(ctx.db, unitId);
  const refused = authorize(ctx, "see_digest", { unitPath: path });
  const unit = refused === undefined ? await ctx.db.orgUnit.findUnique({ where: { id: unitId } }) : null;
  if (unit === null) {
    return refused ?? refuse("not_found", { number: unitId });
  }
  return { ref: refTo("unit", unitId, product), name: unit.name, ...(await aboveIt(ctx, unit.parentId, product)) };
}

/** Of another only what lies in the reader's units: nobody sees through a colleague into other branches. */
export async function personScope(ctx: Context, personId: string, product?: Product): Promise<DigestScope | Refusal> {
  const person = await ctx.db.person.findUnique({ where: { id: personId } });
  if (person === null) {
    return refuse("not_found", { number: personId });
  }
  const subject = { unitPath: await unitPath(ctx.db, person.unitId), assigneeId: personId };
  const refused = authorize(ctx, "see_digest", subject);
  if (refused !== undefined) {
    return refused;
  }
  const own = personId === ctx.actor.personId || ctx.actor.standsInFor.includes(personId);
  return {
    ref: refTo("person", personId, product),
    name: person.name,
    ...(own ? {} : { units: await unitsBelow(ctx.db, await ledUnits(ctx)) }),
    ...(await aboveIt(ctx, person.unitId, product)),
  };
}

/** What nobody keeps in a unit itself: it is late with no one, and must not be overlooked. */
async function nobodyScope(ctx: Context, unitId: string, product?: Product): Promise<DigestScope | Refusal> {
  const unit = await unitScope(ctx, unitId, product);
  return isRefusal(unit)
    ? unit
    : { ref: refTo("nobody", unitId, product), name: "", units: [unitId], above: { ref: unit.ref, name: unit.name } };
}

/** The highest unit of which the reader may see the figures. */
export async function ownUnit(ctx: Context): Promise<string | undefined> {
  const led = await ledUnits(ctx);
  const paths = await Promise.all(
    led.map(async (unitId) => ({ unitId, depth: (await unitPath(ctx.db, unitId)).length })),
  );
  return paths.toSorted((one, other) => one.depth - other.depth)[0]?.unitId;
}

async function aboveIt(ctx: Context, unitId: string | null, product: Product | undefined) {
  if (unitId === null || !(await mayLead(ctx, unitId))) {
    return {};
  }
  const unit = await ctx.db.orgUnit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
  return { above: { ref: refTo("unit", unitId, product), name: unit.name } };
}

async function ledUnits(ctx: Context): Promise<string[]> {
  const units: string[] = [];
  for (const unitId of new Set(ctx.actor.grants.map((grant) => grant.unitId))) {
    if (await mayLead(ctx, unitId)) {
      units.push(unitId);
    }
  }
  return units;
}

async function mayLead(ctx: Context, unitId: string): Promise<boolean> {
  return authorize(ctx, "see_digest", { unitPath: await unitPath(ctx.db, unitId) }) === undefined;
}

function refTo(kind: ScopeRef["kind"], id: string, product: Product | undefined): ScopeRef {
  return { kind, id, ...(product === undefined ? {} : { product }) };
}
