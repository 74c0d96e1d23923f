/**
 * What is mended, once each. Who was not told is told by a message of the watchdog's own: the sweep has shown that it does not see
 * it. A message in a dead sender's hands goes to the look-up, which alone may send it again. The rest needs a person.
 */

import { createHash } from "node:crypto";
import { addTo } from "../../domain/lists-by-key.ts";
import type { FindingKind, Repair } from "../../domain/watchdog/index.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { type Believed, confirm } from "./findings.ts";
import {
  DIGEST_KIND,
  DIGEST_SUBJECT,
  FINDING_SUBJECT,
  KEY_DATE_SUBJECT,
  SIGNAL_SUBJECT,
  WATCHDOG_REMINDER,
  WATCHDOG_SIGNALS,
} from "./ids.ts";

/** Of a vacancy the report itself is the telling. */
const REPAIRED: Partial<Record<FindingKind, Repair>> = { half_sent: "looked_up", vacancy: "told" };

export async function repair(ctx: Context, believed: readonly Believed[]): Promise<void> {
  const untold = believed.filter(({ kind }) => kind === "untold");
  for (const findings of byReader(untold)) {
    await inTransaction(ctx, (tx) => tell(tx, findings));
  }
  for (const finding of believed.filter(({ kind }) => kind !== "untold")) {
    await inTransaction(ctx, async (tx) => {
      if (await confirm(tx, finding.id, REPAIRED[finding.kind] ?? "none")) {
        await (finding.kind === "half_sent" ? lookUp(tx, finding.subject.id) : undefined);
        await note(tx, [finding]);
      }
    });
  }
}

/** The look-up alone may send it again. */
function lookUp(tx: Context, id: string): Promise<unknown> {
  return tx.db.outboxMessage.updateMany({
    where: { id, state: "claimed" },
    data: { state: "uncertain", failure: "lease_lost", leaseUntil: tx.parts.clocks.machineNow(), claimedBy: null },
  });
}

/** One message for each reader and day; a red is a message of its own, and said at once, and so is every digest. */
function byReader(untold: readonly Believed[]): readonly (readonly Believed[])[] {
  const groups = new Map<string, Believed[]>();
  for (const finding of untold) {
    const { subject, detail } = finding;
    const alone = detail.level === "red" || subject.kind === DIGEST_SUBJECT ? subject.id : "";
    const key = [finding.personId, detail.slotOn, subject.kind, alone].join(" ");
    addTo(groups, key, finding);
  }
  return [...groups.values()];
}

async function tell(tx: Context, findings: readonly Believed[]): Promise<void> {
  const mine: Believed[] = [];
  for (const finding of findings) {
    if (await confirm(tx, finding.id, "told")) mine.push(finding);
  }
  const [first] = mine;
  if (first?.personId === undefined) {
    return;
  }
  await (first.subject.kind === DIGEST_SUBJECT ? promiseDigest(tx, first) : promiseItems(tx, first.personId, mine));
  await note(tx, mine);
}

/** Under the key by which the sweep would promise it: whichever of the two comes first, it is said once. */
async function promiseDigest(tx: Context, { personId = "", detail }: Believed): Promise<void> {
  const { rhythm = "", fromOn = "", toOn = "", slotOn = "", notBefore = "" } = detail;
  await promise(tx, {
    key: `${DIGEST_KIND}:${rhythm}:${personId}:${fromOn}`,
    kind: DIGEST_KIND,
    personId,
    slotOn,
    refs: { rhythm, days: `${fromOn}..${toOn}` },
    notBefore: new Date(notBefore),
  });
}

async function promiseItems(tx: Context, personId: string, mine: readonly Believed[]): Promise<void> {
  const [first] = mine;
  if (first === undefined) return;
  const { slotOn = "", notBefore } = first.detail;
  const isSignal = first.subject.kind === SIGNAL_SUBJECT;
  const kind = isSignal ? WATCHDOG_SIGNALS : WATCHDOG_REMINDER;
  await promise(tx, {
    key: `${kind}:${personId}:${slotOn}:${signOf(mine)}`,
    kind,
    personId,
    slotOn,
    urgent: first.detail.level === "red",
    items: mine.map(({ subject, detail }) => ({
      ...subject,
      stage: isSignal ? (detail.what ?? "") : remembered(subject.kind, detail),
    })),
    ...(notBefore === undefined ? {} : { notBefore: new Date(notBefore) }),
  });
}

async function note(tx: Context, findings: readonly Believed[]): Promise<void> {
  const [first] = findings;
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "watchdog.mended",
    subject: { kind: FINDING_SUBJECT, id: first?.id ?? "" },
    after: { findings: findings.map(({ key }) => key) },
  });
}

/** As a morning remembers it, so that the next one does not say it again. */
function remembered(subject: string, { what = "", dueOn = "" }: Believed["detail"]): string {
  if (subject === KEY_DATE_SUBJECT) return `key_date:${what}@${dueOn}`;
  if (what.startsWith("returned")) {
    return `returned:none@${dueOn}`;
  }
  return `${what.startsWith("before") ? "due_soon" : "late"}:${what}@${dueOn}`;
}

function signOf(findings: readonly Believed[]): string {
  const text = findings
    .map(({ id }) => id)
    .toSorted()
    .join(" ");
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
