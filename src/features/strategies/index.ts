/** How a customer is to be kept (R103): what other features and the root may use. */
export { registerStrategies } from "./listeners.ts";
export { strategyPieces } from "./pieces.ts";
