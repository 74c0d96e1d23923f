/** Where do we stand: figures of a unit, a person or a product. */
export { type Digest, digestOf } from "./digest.ts";
export { digestView } from "./digest-view.ts";
export { registerDigests } from "./listeners.ts";
