/** Which of one's work stands in which view. Pure. */
import { compareDates } from "../../../domain/dates.ts";
import type { IsoDate, Product } from "../../../domain/vocabulary.ts";
import { FROM_OTHERS, type StagedItem } from "../../morning/index.ts";
import { type Choices, type HomeView, VIEWS } from "../choices.ts";

/** One's own, or whoever's one stands in for; not what climbed from others. */
export const isOwn = ({ stage }: Pick<StagedItem, "stage">): boolean => !FROM_OTHERS.includes(stage);

export function isInView(item: StagedItem, view: HomeView, today: IsoDate): boolean {
  const { stage, dueOn } = item;
  const isAhead = stage === "measure" || stage === "key_date";
  switch (view) {
    case "all":
      return true;
    case "late":
      return stage === "late" || (isAhead && compareDates(dueOn, today) < 0);
    case "today":
      return stage === "due_today" || (isAhead && dueOn === today);
    case "soon":
      return stage === "due_soon" || (isAhead && compareDates(dueOn, today) > 0);
    case "returned":
      return stage === "returned";
    case "drafts":
      return item.hasDraft;
    case "measures":
      return stage === "measure";
  }
}

/** How much stands in each view; those with nothing in them are left out, but for the chosen one and all. */
export function viewsOf(items: readonly StagedItem[], chosen: HomeView, today: IsoDate) {
  return VIEWS.map((view) => ({ view, count: items.filter((item) => isInView(item, view, today)).length })).filter(
    ({ view, count }) => count > 0 || view === chosen || view === "all",
  );
}

export function chosenOf(items: readonly StagedItem[], { view, product }: Choices, today: IsoDate): StagedItem[] {
  return items.filter((item) => isInView(item, view, today) && (product === null || item.products.includes(product)));
}

/** In the order of the vocabulary; of customers whose loans are of several, each. */
export function productsOf(items: readonly StagedItem[], all: readonly Product[]): Product[] {
  return all.filter((product) => items.some(({ products }) => products.includes(product)));
}
