/** A database takes so many parameters in one question: longer lists are asked in turns. */
export const PARAMETERS_AT_ONCE = 500;

/** The answers of all turns, in order. */
export async function inTurns<T, R>(all: readonly T[], ask: (some: T[]) => Promise<readonly R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (let start = 0; start < all.length; start += PARAMETERS_AT_ONCE) {
    answers.push(...(await ask(all.slice(start, start + PARAMETERS_AT_ONCE))));
  }
  return answers;
}

/** What those ids stand for, by id; an id that nothing stands for is missing. */
export async function byId<R extends { readonly id: string }>(
  ids: readonly string[],
  ask: (some: string[]) => Promise<readonly R[]>,
): Promise<Map<string, R>> {
  const found = await inTurns([...new Set(ids)], ask);
  return new Map(found.map((row) => [row.id, row]));
}
