/** Which strike of a life is behind what the oracle found at its end. Pure. */
import type { Verdict } from "./oracle/verdict.ts";

const LISTS = ["lost", "remindersDoubled", "approvalsDoubled", "reported"] as const;

/**
 * The verdict of the whole life, divided: what the oracle said already after a strike and still says in the end is that
 * strike's; what it says only in the end is the last one's. `after`: its verdicts after each of the strikes.
 */
export function dividedBy(after: readonly Verdict[], inTheEnd: Verdict): Verdict[] {
  return after.map((_verdict, place) => {
    const isOurs = (words: string, nth: number, list: (typeof LISTS)[number]) => {
      const first = after.findIndex((verdict) => countOf(verdict[list], words) > nth);
      return (first === -1 ? after.length - 1 : first) === place;
    };
    const lists = LISTS.map((list) => [
      list,
      inTheEnd[list].filter((words, index, all) => isOurs(words, countOf(all.slice(0, index), words), list)),
    ]);
    const told = place === after.length - 1 ? inTheEnd.reminders : (after[place]?.reminders ?? 0);
    return {
      ...(Object.fromEntries(lists) as Omit<Verdict, "reminders">),
      reminders: told - (after[place - 1]?.reminders ?? 0),
    };
  });
}

function countOf(all: readonly string[], words: string): number {
  return all.filter((one) => one === words).length;
}
