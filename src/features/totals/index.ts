/** How much there is of everything: written down by the database beside each change, added up by the clock, counted again on demand. */
export { foldBeforeReading, foldTotals } from "./fold.ts";
export { type Difference, mendTotals, type Recount, recount, recountTotals } from "./recount.ts";
