/** Who has more to do than they get done. */

/** The pace is what was done in so many weeks up to yesterday. */
export const PACE_WEEKS = 4;
/** A load below this is nobody's trouble, whatever the pace. */
const LEAST_LOAD = 10;
/** So many weeks of one's own pace are too much for one. */
const WEEKS_OF_WORK = 2;

export interface Load {
  /** Late, and due within the days a digest looks ahead. */
  readonly toDo: number;
  /** Done in the last `PACE_WEEKS` weeks. */
  readonly done: number;
}

/** At least ten things to do, and more than two weeks of what one got done in an average week of the last four. */
export function isOverloaded({ toDo, done }: Load): boolean {
  return toDo >= LEAST_LOAD && toDo * PACE_WEEKS > WEEKS_OF_WORK * done;
}
