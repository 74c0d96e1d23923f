/** The book: how it comes in, and which accounts nobody keeps. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { NO_OWNER, renderNoOwner } from "./no-owner.ts";

export { importPortfolio, type PortfolioReport, type PortfolioWishes } from "./import-portfolio.ts";
export { loadMapping } from "./mapping/load.ts";
export type { Mapping } from "./mapping/schema.ts";
export { accountsWithoutOwner, promiseNoOwner, type UnitWithoutOwner } from "./no-owner.ts";
export { mappingProblemsView, portfolioView } from "./views.ts";

export function registerPortfolio(renderers: Renderers): void {
  renderers.add(NO_OWNER, renderNoOwner, REMINDER);
}
