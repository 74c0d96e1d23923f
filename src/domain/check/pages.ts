/**
 * Neighbouring steps of a form joined, so that nobody turns the page for one field: as many as there is room for, the files of
 * all sections together when everything else is asked, the conclusion and each risk by itself. Pure.
 */
import { hasRoom } from "./step-room.ts";
import type { CheckForm, FormItem, FormStep } from "./types.ts";

/** What a person sees as one step of the form, and Slack as one view. */
export interface FormPage {
  readonly steps: readonly FormStep[];
  /** Of all its steps. */
  readonly items: readonly FormItem[];
}

export function pagesOf({ steps }: Pick<CheckForm, "steps">): FormPage[] {
  const joined = steps.filter(({ alone }) => !alone);
  return [
    ...packed(joined.filter(({ files }) => !files)),
    ...packed(joined.filter(({ files }) => files)),
    ...steps.filter(({ alone }) => alone).map((step) => [step]),
  ].map((page) => ({ steps: page, items: page.flatMap(({ items }) => items) }));
}

/** The page on which a step stands; -1 where the form has no such step. */
export function pageOfStep(pages: readonly FormPage[], stepId: string): number {
  return pages.findIndex(({ steps }) => steps.some(({ id }) => id === stepId));
}

/** The page that asks this; -1 where none does. */
export function pageOfItem(pages: readonly FormPage[], answerKey: string): number {
  return pages.findIndex(({ items }) => items.some((item) => item.answerKey === answerKey));
}

function packed(steps: readonly FormStep[]): FormStep[][] {
  const pages: FormStep[][] = [];
  for (const step of steps) {
    const page = pages.at(-1);
    if (page !== undefined && mayJoin(page, step)) page.push(step);
    else pages.push([step]);
  }
  return pages;
}

function mayJoin(page: readonly FormStep[], step: FormStep): boolean {
  const joined = [...page, step];
  const items = joined.flatMap((one) => one.items);
  const waiting = joined.flatMap(({ groups = [] }) => groups).filter(({ rows }) => rows.length === 0);
  const isGivenAway = joined.some(isCounted) && joined.some(tellsEarlier);
  return hasRoom(items, waiting.length) && !isGivenAway;
}

const isCounted = ({ items }: FormStep) => items.some(({ blind }) => blind);

/** Shows figures that are known already or computed: what is counted blind is counted before them. */
function tellsEarlier({ items }: FormStep): boolean {
  return items.some(({ given, knownBefore, derived }) => (given ?? knownBefore ?? derived) !== undefined);
}
