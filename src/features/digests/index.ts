/** Where do we stand: figures of a unit, a person or a product. */
import { REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { registerDigestFiles } from "./as-file.ts";
import { TOLD_DIGEST } from "./ids.ts";
import { registerDigestListeners } from "./listeners.ts";
import { drawTold } from "./told.ts";

export { fileWanted } from "./as-file.ts";
export { type Digest, digestOf } from "./digest.ts";
export { digestView } from "./digest-view.ts";
export { chooseLook, lookOf } from "./look.ts";
export { ownFigures } from "./own-figures.ts";
export { sweepDigests } from "./sweep.ts";
export { wishDigest } from "./wish.ts";

export function registerDigests(door: Door, renderers: Renderers, documents: DocumentDesk): void {
  registerDigestFiles(documents);
  registerDigestListeners(door, documents);
  renderers.add(TOLD_DIGEST, drawTold, { ...REMINDER, mayHaveFile: true });
}
