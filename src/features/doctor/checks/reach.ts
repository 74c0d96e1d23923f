import { proxyTo } from "../../../platform/slack/way-out.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

const UNRESOLVED = ["ENOTFOUND", "EAI_AGAIN"];
const DATES = ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"];
/** How undici names a proxy that answers and opens no way: a wrong password, or an address that it does not let pass. */
const REFUSED = "UND_ERR_ABORTED";
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/;

/** The way to Slack: name, firewall, proxy, certificates. */
export const reach: Check = {
  name: "reach",
  needs: ["slack"],
  loses: ({ level }) => (level === "fail" ? ["token"] : []),
  look: async ({ probe, config }) => {
    const { host } = probe;
    const proxy = proxyTo(host, config.proxy);
    const answer = await probe.apiCall("api.test");
    if (answer.kind === "answer") {
      return [proxy === undefined ? ok("reach.ok", { host }) : ok("reach.ok_proxy", { host, proxy })];
    }
    if (answer.kind === "not_slack") {
      return [fail("reach.proxy_page", { host, status: String(answer.status) })];
    }
    const kind = classOf(answer.code);
    if (proxy !== undefined && (kind === "closed" || kind === "no_address")) {
      return [
        fail(answer.code === REFUSED ? "reach.proxy_refuses" : "reach.proxy_silent", {
          proxy,
          host,
          code: answer.code,
        }),
      ];
    }
    return [fail(`reach.${kind}`, { host, code: answer.code })];
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
