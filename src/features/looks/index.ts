/** Whoever writes facts asks here that the engine of signals looks again; a feature of its own, so that anybody may. */
export { lookAgain } from "./look-again.ts";
export { tellOfWork } from "./tell-fact.ts";
