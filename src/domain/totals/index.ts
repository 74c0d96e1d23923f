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
  ratedLoanKeys,
  reportKeys,
  signalKeys,
  tierKeys,
  toldTierKeys,
  zoneMoveKeys,
} from "./keys.ts";
export * from "./kinds.ts";
