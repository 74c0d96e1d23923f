export {
  type CountedInspection,
  type CountedReport,
  inspectionKeys,
  measureKeys,
  overrideKeys,
  reportKeys,
} from "./keys.ts";
export * from "./kinds.ts";
