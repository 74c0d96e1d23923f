/** A database takes so many parameters in one question: longer lists are asked in turns. */
export const PARAMETERS_AT_ONCE = 500;

/** The answers of all turns, in order; `each` is how many parameters one entry of the list takes in the question. */
export async function inTurns<T, R>(
  all: readonly T[],
  ask: (some: T[]) => Promise<readonly R[]>,
  each = 1,
): Promise<R[]> {
  const answers: R[] = [];
  const atOnce = Math.max(1, Math.floor(PARAMETERS_AT_ONCE / each));
  for (let start = 0; start < all.length; start += atOnce) {
    answers.push(...(await ask(all.slice(start, start + atOnce))));
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
