import { FACTS_PATH } from "../../../platform/config/index.ts";
import { behindProxy } from "../../../platform/pages/probe.ts";
import { type Finding, fail, ok, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

/** Where other systems push facts: set, answering, and not open to the network unencrypted. */
export const pushedFacts: Check = {
  name: "facts",
  needs: [],
  look: async (patient) => {
    const place = patient.config.facts?.place;
    if (place === undefined) return [ok("facts.unused")];
    const port = `${place.host}:${place.port}`;
    if (place.port === 0) return [warn("facts.any_port", { port })];
    const open = HERE.test(place.host) ? [] : [warn("facts.unencrypted", { port })];
    return [...open, await answered(patient, `${behindProxy(place)}${FACTS_PATH}`, port)];
  },
};

const HERE = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/u;

async function answered({ askPushes }: Patient, address: string, port: string): Promise<Finding> {
  const answer = await askPushes(address);
  if (answer.kind === "ours") return ok("facts.ok", { address });
  return answer.kind === "silent"
    ? warn("facts.not_served", { port, code: answer.code })
    : fail("facts.taken", { port, status: String(answer.status) });
}
