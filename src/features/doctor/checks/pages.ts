import type { Config } from "../../../platform/config/index.ts";
import { behindProxy } from "../../../platform/pages/probe.ts";
import { newestAdopted } from "../../../platform/policies.ts";
import { isProblems } from "../../../platform/yaml-file.ts";
import { type Finding, fail, ok, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

/** The pages on which files are handed in and fetched: wanted, set, and to be reached. */
export const pages: Check = {
  name: "pages",
  needs: [],
  look: async (patient) => {
    const { pages: set, slack } = patient.config;
    const mode = await documentsMode(patient);
    if (mode !== "link") {
      return [set === undefined ? ok("pages.unused") : warn("pages.unasked", { address: set.address })];
    }
    if (set === undefined) {
      return [slack.mode === "local" ? ok("pages.local") : fail("pages.missing")];
    }
    return [...onlyHere(set.address, slack), await reached(patient, set)];
  },
};

/** As adopted by two persons, else as the file says; nothing where neither can be read, which other checks tell. */
async function documentsMode({ probed, policy: loaded }: Patient): Promise<"slack" | "link" | undefined> {
  if ("unreadable" in loaded || isProblems(loaded)) {
    return undefined;
  }
  const { policy } = loaded;
  // In a database without tables nothing was adopted yet.
  const adopted =
    probed.kind === "open" ? await newestAdopted(probed.database, policy.policy.id).catch(() => undefined) : undefined;
  return (adopted?.policy ?? policy).documents.mode;
}

const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

/** The settings take an unencrypted address of this machine, for a trial: with people in Slack it is none. */
function onlyHere(address: string, { mode }: Config["slack"]): Finding[] {
  const isHere = mode !== "local" && HERE.test(new URL(address).hostname);
  return isHere ? [warn("pages.only_here", { address })] : [];
}

/** Past the proxy first: what does not answer there is not the proxy's fault. */
async function reached({ askPages }: Patient, { place, address }: NonNullable<Config["pages"]>): Promise<Finding> {
  const named = { address, port: `${place.host}:${place.port}` };
  const behind = place.port === 0 ? undefined : await askPages(behindProxy(place));
  if (behind?.kind === "silent") {
    return warn("pages.not_served", { ...named, code: behind.code });
  }
  if (behind?.kind === "other") {
    return fail("pages.taken", named);
  }
  const answer = await askPages(address);
  if (answer.kind === "ours") {
    return ok("pages.ok", named);
  }
  return answer.kind === "other"
    ? fail("pages.elsewhere", { ...named, status: String(answer.status) })
    : fail("pages.unreached", { ...named, code: answer.code });
}
