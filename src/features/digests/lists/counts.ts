/** Whose account it is may change while a signal, a tier and a zone stay: a person's are counted row by row, and are few. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import {
  CUSTOMER_STANDING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKind,
  ZONE_MOVED,
} from "../../../domain/totals/index.ts";
import type { Context } from "../../../platform/context.ts";
import { customersOfPerson } from "./customers.ts";
import type { ListScope } from "./list-scope.ts";
import { signalsOfPerson } from "./signals.ts";
import { tiersOfPerson } from "./tiers.ts";
import { zoneMovesOfPerson } from "./zone-moves.ts";

type Counted = (ctx: Context, scope: ListScope, asked: AskedTotals) => Promise<number>;

const COUNTED: Partial<Record<TotalKind, Counted>> = {
  [SIGNAL_STANDING]: signalsOfPerson,
  [SIGNAL_RAISED]: signalsOfPerson,
  [SIGNAL_ENDED]: signalsOfPerson,
  [TIER_MOVED]: tiersOfPerson,
  [CUSTOMER_STANDING]: customersOfPerson,
  [ZONE_MOVED]: zoneMovesOfPerson,
};

/** Nothing where totals by person tell it. */
export const countedRowByRow = (kind: TotalKind): Counted | undefined => COUNTED[kind];
