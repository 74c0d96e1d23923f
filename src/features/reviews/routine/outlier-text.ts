import type { OutlierReason } from "../../../domain/routine-report.ts";
import type { Translate } from "../../../texts/index.ts";

/** Why a report is not approved together with others; empty where nothing stands out. */
export const outlierText = (reasons: readonly OutlierReason[], t: Translate): string =>
  reasons.map((reason) => t(`routine.why.${reason}`)).join(" · ");
