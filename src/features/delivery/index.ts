/** How delivery stands, and what an administrator may do about it. */
export { promiseDaily } from "./daily.ts";
export { deliveryPieces, deliveryView } from "./delivery-view.ts";
export { registerDeliveryDesk } from "./listeners.ts";
export { loadHealth, loadState } from "./state.ts";
