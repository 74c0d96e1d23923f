/** Was everything said that had to be? What the root may use. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { WATCHDOG_REMINDER, WATCHDOG_REPORT } from "./ids.ts";
import { renderReminder } from "./reminder-message.ts";
import { renderReport } from "./report.ts";

export type { WatchedDuty } from "./clockwork.ts";
export { WATCHDOG_REMINDER, WATCHDOG_SIGNALS } from "./ids.ts";
export { openFindings } from "./open-findings.ts";
export { type Look, watch } from "./watch.ts";

export function registerWatchdog(renderers: Renderers): void {
  renderers.add(WATCHDOG_REMINDER, renderReminder, REMINDER);
  renderers.add(WATCHDOG_REPORT, renderReport, REMINDER);
}
