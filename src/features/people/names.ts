import type { Tx } from "../../platform/storage/index.ts";

export async function namesOf(db: Tx, personIds: readonly string[]): Promise<string[]> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, orderBy: { name: "asc" } });
  return people.map(({ name }) => name);
}
