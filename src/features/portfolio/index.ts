/** The book: how it comes in, and which accounts nobody keeps. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { NO_OWNER, renderNoOwner } from "./no-owner.ts";

export { importPortfolio, type PortfolioReport, type PortfolioWishes } from "./import-portfolio.ts";
export { plainAmount, readAmount } from "./mapping/amount.ts";
export { dateReader } from "./mapping/date-format.ts";
export { loadMapping } from "./mapping/load.ts";
export { fileSchema, type Mapping, type Source, textSource } from "./mapping/schema.ts";
export { type Columns, compileSource, type RowInHand } from "./mapping/source.ts";
export type { MovedCustomers } from "./moved-loans.ts";
export { accountsWithoutOwner, promiseNoOwner, type UnitWithoutOwner } from "./no-owner.ts";
export { PackedTexts } from "./packed-texts.ts";
export { TIER_NOT_TAKEN } from "./plan-batch.ts";
export { mappingProblemsView, portfolioView } from "./views.ts";

export function registerPortfolio(renderers: Renderers): void {
  renderers.add(NO_OWNER, renderNoOwner, REMINDER);
}
