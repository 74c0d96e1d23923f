/** The people and units of a replay: asked once, and again where somebody's place has changed. */
import { addTo } from "../../domain/lists-by-key.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { type LateWhere, ladderHolders, loadUnitDays, type RungHolders, type UnitDays } from "../ladder/index.ts";
import { type Keeper, keepersAndStandIns } from "../morning/index.ts";
import type { TurningPoints } from "../people/index.ts";
import { WhileStill } from "./while-still.ts";

interface Staff {
  readonly keepers: ReadonlyMap<string, Keeper>;
  /** By the person whose work it is. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
}

export class RememberedPeople implements LateWhere {
  private readonly staff: WhileStill<Staff>;
  private readonly posts: WhileStill<RungHolders>;
  private readonly units: ReadonlyMap<string, UnitDays>;

  constructor(points: TurningPoints, units: ReadonlyMap<string, UnitDays>) {
    this.staff = new WhileStill(points, loadStaff);
    this.posts = new WhileStill(points, (ctx) => ladderHolders(ctx, [...units.keys()]));
    this.units = units;
  }

  static async load(ctx: Context, points: TurningPoints): Promise<RememberedPeople> {
    const units = await ctx.db.orgUnit.findMany({ select: { id: true } });
    const ids = units.map(({ id }) => id);
    return new RememberedPeople(points, await loadUnitDays(ctx, ids));
  }

  holders(ctx: Context): Promise<RungHolders> {
    return this.posts.answer(ctx);
  }

  /** On their own date. */
  async unitDays(ctx: Context, unitIds: readonly string[]): Promise<Map<string, UnitDays>> {
    return new Map(
      unitIds.flatMap((id) => {
        const unit = this.units.get(id);
        return unit === undefined ? [] : [[id, { ...unit, today: localDate(ctx.now, unit.timeZone) }] as const];
      }),
    );
  }

  /** These persons and who stands in for them, on their own date. */
  async keepers(ctx: Context, personIds: readonly string[]): Promise<Keeper[]> {
    const { keepers, standIns } = await this.staff.answer(ctx);
    const all = new Set(personIds.flatMap((id) => [id, ...(standIns.get(id) ?? [])]));
    return [...all].flatMap((id) => {
      const keeper = keepers.get(id);
      return keeper === undefined ? [] : [{ ...keeper, today: localDate(ctx.now, keeper.timeZone) }];
    });
  }
}

async function loadStaff(ctx: Context): Promise<Staff> {
  const people = await ctx.db.person.findMany({ select: { id: true } });
  const keepers = await keepersAndStandIns(
    ctx,
    people.map(({ id }) => id),
  );
  const standIns = new Map<string, string[]>();
  for (const { personId, standsInFor } of keepers) {
    for (const absent of standsInFor) {
      addTo(standIns, absent.personId, personId);
    }
  }
  return { keepers: new Map(keepers.map((keeper) => [keeper.personId, keeper])), standIns };
}
