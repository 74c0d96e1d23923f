export {
  type CountedInspection,
  type CountedReport,
  type CountedSignal,
  type CountedTier,
  customerKeys,
  datedSignalKeys,
  inspectionKeys,
  loanKeys,
  measureKeys,
  overrideKeys,
  reportKeys,
  signalKeys,
  tierKeys,
  toldTierKeys,
  zoneMoveKeys,
} from "./keys.ts";
export * from "./kinds.ts";
