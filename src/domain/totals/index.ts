export {
  type CountedInspection,
  type CountedReport,
  type CountedSignal,
  type CountedTier,
  inspectionKeys,
  measureKeys,
  overrideKeys,
  reportKeys,
  signalKeys,
  tierKeys,
} from "./keys.ts";
export * from "./kinds.ts";
