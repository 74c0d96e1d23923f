import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";

export async function namesOf(db: Tx, personIds: readonly string[]): Promise<string[]> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, orderBy: { name: "asc" } });
  return people.map(({ name }) => name);
}

export async function namesById(db: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const people = await inTurns([...new Set(personIds)], (some) =>
    db.person.findMany({ where: { id: { in: some } }, select: { id: true, name: true } }),
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}
