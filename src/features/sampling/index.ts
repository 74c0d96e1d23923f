/** Passed inspections are drawn and looked at again on site (R81): what the root and the commands may use. */
import type { Renderers } from "../../platform/outbox/renderers.ts";
import { addSamplingRenderers } from "./messages.ts";

export { type DrawnSample, drawSamples, lastMonth } from "./draw.ts";
export { type SampleKept, samplesOf } from "./drawn-before.ts";
export { type LastDraw, lastDraws } from "./last-draws.ts";
export { type VerifiedSample, verifySample } from "./verify.ts";

export function registerSampling(renderers: Renderers): void {
  addSamplingRenderers(renderers);
}
