import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

const UNRESOLVED = ["ENOTFOUND", "EAI_AGAIN"];
const DATES = ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"];
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/;

/** The way to Slack: name, firewall, proxy, certificates. */
export const reach: Check = {
  name: "reach",
  needs: ["slack"],
  loses: ({ level }) => (level === "fail" ? ["token"] : []),
  look: async ({ probe }) => {
    const { host } = probe;
    const answer = await probe.apiCall("api.test");
    if (answer.kind === "answer") {
      return [ok("reach.ok", { host })];
    }
    if (answer.kind === "not_slack") {
      return [fail("reach.proxy_page", { host, status: String(answer.status) })];
    }
    return [fail(`reach.${classOf(answer.code)}`, { host, code: answer.code })];
  },
};

function classOf(code: string) {
  if (UNRESOLVED.includes(code)) {
    return "no_address" as const;
  }
  if (DATES.includes(code)) {
    return "certificate_date" as const;
  }
  return CERTIFICATE.test(code) ? ("certificate" as const) : ("closed" as const);
}
