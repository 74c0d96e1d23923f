/** What lapses or falls due of customers (R59-R61): what other features and the root may use. */
export { KEY_DATE_SUBJECT } from "./ids.ts";
export { type DueInstalment, instalmentsOf, instalmentWords } from "./instalments.ts";
export { keyDateList } from "./list.ts";
export { keyDateListView } from "./list-view.ts";
export { countKeyDates, keyDatesOf, type OpenKeyDate } from "./open-dates.ts";
export { refreshKeyDates } from "./refresh.ts";
