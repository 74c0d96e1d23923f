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
