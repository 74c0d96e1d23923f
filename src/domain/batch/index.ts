export { type Candidate, isCandidate, looksClean } from "./candidate.ts";
export {
  BATCH_EXCEPTIONS,
  type BatchException,
  type BatchExceptionKind,
  type BatchedFacts,
  exceptionsOf,
} from "./exceptions.ts";
