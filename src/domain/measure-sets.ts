/** The policy's usual measures (R116): which are offered to whom, how a chosen one joins what was typed, what a new policy changes. Pure. */
import type { MeasureSets } from "./policy/measure-sets.ts";
import { CUSTOMER_TYPES, type CustomerType, type Sentences, ZONES, type Zone } from "./vocabulary.ts";

interface Holder {
  readonly measure_sets: MeasureSets;
}

export interface OfferedMeasure {
  readonly code: string;
  readonly text: Sentences;
  readonly proof: Sentences;
  readonly workingDays: number;
}

/** In the policy's order; none where it holds no set for such a customer in that zone. */
export function measuresFor({ measure_sets }: Holder, customerType: CustomerType, zone: Zone): OfferedMeasure[] {
  return (measure_sets.sets[customerType]?.[zone] ?? []).flatMap((code) => {
    const measure = measure_sets.measures[code];
    if (measure === undefined) return [];
    return [{ code, text: measure.text, proof: measure.proof, workingDays: measure.working_days }];
  });
}

/**
 * What stands in a field once `said` was chosen: nothing that was typed goes, and nothing is said twice. Undefined where both
 * together are longer than the field's `most` characters.
 */
export function joined(typed: string, said: string, most: number, between = "\n"): string | undefined {
  const before = typed.trimEnd();
  if (before.trim() === "") return said;
  if (before.includes(said)) return typed;
  const both = `${before}${between}${said}`;
  return both.length > most ? undefined : both;
}

/** What is offered in one place differently: their texts, as each policy has them. */
export interface ChangedSet {
  readonly customerType: CustomerType;
  readonly zone: Zone;
  readonly added: readonly Sentences[];
  readonly removed: readonly Sentences[];
  /** In both, with another text, proof or number of days. */
  readonly changed: readonly Sentences[];
  /** The same ones in another order. */
  readonly isReordered: boolean;
}

export function changedSets(before: Holder, after: Holder): ChangedSet[] {
  return CUSTOMER_TYPES.flatMap((customerType) =>
    ZONES.flatMap((zone) => changedSet(before, after, { customerType, zone }) ?? []),
  );
}

function changedSet(
  before: Holder,
  after: Holder,
  place: Pick<ChangedSet, "customerType" | "zone">,
): ChangedSet | undefined {
  const old = measuresFor(before, place.customerType, place.zone);
  const now = measuresFor(after, place.customerType, place.zone);
  const [was, is] = [new Map(old.map((one) => [one.code, one])), new Map(now.map((one) => [one.code, one]))];
  const added = now.filter(({ code }) => !was.has(code));
  const removed = old.filter(({ code }) => !is.has(code));
  const changed = now.filter((one) => was.has(one.code) && JSON.stringify(was.get(one.code)) !== JSON.stringify(one));
  const inOrder = (all: readonly OfferedMeasure[], other: ReadonlyMap<string, unknown>) =>
    all.flatMap(({ code }) => (other.has(code) ? [code] : [])).join();
  const isReordered = inOrder(old, is) !== inOrder(now, was);
  if (added.length + removed.length + changed.length === 0 && !isReordered) return undefined;
  const texts = (all: readonly OfferedMeasure[]) => all.map(({ text }) => text);
  return { ...place, added: texts(added), removed: texts(removed), changed: texts(changed), isReordered };
}
