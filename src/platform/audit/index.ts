export { canonicalText } from "./canonical.ts";
export { type AuditEntry, type ChainHead, headText, record } from "./record.ts";
export { type AuditVerdict, type Finding, parseHead, verifyAudit, verifyAuditEnd } from "./verify.ts";
