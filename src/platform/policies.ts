/** The policy in force, and every version that a decision was ever made under. */
import type { Policies, PolicyInForce } from "./context.ts";
import { type LoadedPolicy, policyOfText } from "./policy-file.ts";
import type { Database } from "./storage/index.ts";

const SHIPPED = "shipped";

/**
 * Starting writes the shipped policy down as a version, once. Adopting another needs two persons; from then on the file says
 * nothing any more, until one is adopted again.
 */
export async function openPolicies(database: Database, loaded: LoadedPolicy, startedAt: Date): Promise<Policies> {
  const versionId = await writeDown(database, loaded, startedAt);
  const ofFile: PolicyInForce = { versionId, policy: loaded.policy };
  const policyId = loaded.policy.policy.id;
  let inForce = (await newestAdopted(database, policyId)) ?? ofFile;
  const known = new Map([
    [versionId, ofFile],
    [inForce.versionId, inForce],
  ]);
  return {
    inForce: () => inForce,
    refresh: async () => {
      inForce = (await newestAdopted(database, policyId, inForce)) ?? inForce;
    },
    byVersion: async (wanted) => known.get(wanted) ?? remember(known, await read(database, wanted)),
  };
}

async function writeDown(database: Database, { policy, text, hash }: LoadedPolicy, adoptedAt: Date): Promise<string> {
  const known = await database.db.policyVersion.findUnique({ where: { hash }, select: { id: true } });
  if (known !== null) {
    return known.id;
  }
  const { id: policyId, version, effective } = policy.policy;
  const data = {
    policyId,
    version: String(version),
    effectiveFrom: effective,
    text,
    hash,
    adoptedBy: SHIPPED,
    adoptedAt,
  };
  const written = await database.db.policyVersion.create({ data, select: { id: true } });
  return written.id;
}

/** `now` is answered again where it is still the newest. Nothing where none was adopted: then the file is in force. */
export async function newestAdopted(
  database: Pick<Database, "db">,
  policyId: string,
  now?: PolicyInForce,
): Promise<PolicyInForce | undefined> {
  const newest = await database.db.policyVersion.findFirst({
    where: { policyId, adoptedBy: { not: SHIPPED } },
    orderBy: [{ adoptedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (newest === null) return undefined;
  return newest.id === now?.versionId ? now : read(database, newest.id);
}

/** Throws where the version is unknown: nothing may be decided under a policy that cannot be shown. */
async function read(database: Pick<Database, "db">, versionId: string): Promise<PolicyInForce> {
  const stored = await database.db.policyVersion.findUniqueOrThrow({ where: { id: versionId } });
  return { versionId, policy: policyOfText(stored.text) };
}

function remember(known: Map<string, PolicyInForce>, version: PolicyInForce): PolicyInForce {
  known.set(version.versionId, version);
  return version;
}
