export { removeUnsent } from "./remove.ts";
