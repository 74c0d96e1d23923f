/** Reads the whole chain, in pages, and says where it does not hold. */
import { z } from "zod";
import type { Db } from "../storage/index.ts";
import { canonicalText } from "./canonical.ts";
import { type ChainHead, chainHash, headText } from "./record.ts";

export type Finding =
  /** The row's columns or text are not what was hashed. */
  | { readonly kind: "changed"; readonly seq: bigint }
  /** One or more rows are missing from `seq` on. */
  | { readonly kind: "removed"; readonly seq: bigint; readonly to: bigint }
  /** The row does not continue the one before it: inserted, swapped, or the one before was rewritten. */
  | { readonly kind: "not_linked"; readonly seq: bigint }
  /** The head's row and the last event differ: the tail was cut or the head was moved. */
  | { readonly kind: "head_differs"; readonly seq: bigint; readonly lastSeq: bigint }
  /** The chain does not hold the head that was noted down earlier. */
  | { readonly kind: "expected_head_missing"; readonly seq: bigint };

export interface AuditVerdict {
  readonly events: number;
  readonly head: ChainHead;
  /** In the order of the chain; the first hundred. Empty when the chain holds. */
  readonly findings: readonly Finding[];
}

type EventRow = NonNullable<Awaited<ReturnType<Db["auditEvent"]["findFirst"]>>>;

const PAGE = 1_000;
const MOST_FINDINGS = 100;
const said = z.looseObject({
  seq: z.string(),
  at: z.string(),
  actorId: z.string(),
  verb: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
});

/** The chain's end only, at most `last` events: what may be asked often. Whatever was changed before stays unseen. */
export async function verifyAuditEnd(db: Db, last: number): Promise<AuditVerdict> {
  const rows = await db.auditEvent.findMany({ orderBy: { seq: "desc" }, take: last });
  const walk = new ChainWalk(undefined, rows.at(-1));
  for (const row of rows.reverse()) walk.take(row);
  const head = await db.auditHead.findUnique({ where: { id: 1 } });
  return walk.end(head ?? { seq: 0n, hash: "" });
}

/** `expect` is a head noted down earlier, `SEQ:HASH`. Throws RangeError where it has another form. */
export async function verifyAudit(db: Db, options: { expect?: string } = {}): Promise<AuditVerdict> {
  const expected = options.expect === undefined ? undefined : parseHead(options.expect);
  const walk = new ChainWalk(expected);
  for (let after = 0n; ; after = walk.seq) {
    const page = await db.auditEvent.findMany({ where: { seq: { gt: after } }, orderBy: { seq: "asc" }, take: PAGE });
    for (const row of page) walk.take(row);
    if (page.length < PAGE) break;
  }
  const head = await db.auditHead.findUnique({ where: { id: 1 } });
  return walk.end(head ?? { seq: 0n, hash: "" });
}

export function parseHead(text: string): ChainHead {
  const parts = /^(\d+):([0-9a-f]{64}|)$/.exec(text.trim());
  if (parts === null) throw new RangeError("a head is written SEQ:HASH, as the daily message shows it");
  return { seq: BigInt(parts[1] ?? ""), hash: parts[2] ?? "" };
}

class ChainWalk {
  seq: bigint;
  private hash: string;
  private events = 0;
  private expectedSeen: boolean;
  private readonly expected: ChainHead | undefined;
  private readonly findings: Finding[] = [];

  constructor(expected: ChainHead | undefined, first?: EventRow) {
    this.seq = first === undefined ? 0n : first.seq - 1n;
    this.hash = first?.prevHash ?? "";
    this.expected = expected;
    this.expectedSeen = expected === undefined || expected.seq === 0n;
  }

  take(row: EventRow): void {
    if (row.seq !== this.seq + 1n) this.find({ kind: "removed", seq: this.seq + 1n, to: row.seq - 1n });
    else if (row.prevHash !== this.hash) this.find({ kind: "not_linked", seq: row.seq });
    if (chainHash(row.prevHash, row.text) !== row.hash || !saysTheSame(row))
      this.find({ kind: "changed", seq: row.seq });
    if (this.expected?.seq === row.seq) this.expectedSeen = headText(this.expected) === headText(row);
    this.seq = row.seq;
    this.hash = row.hash;
    this.events += 1;
  }

  end(head: ChainHead): AuditVerdict {
    if (head.seq !== this.seq || head.hash !== this.hash) {
      this.find({ kind: "head_differs", seq: head.seq, lastSeq: this.seq });
    }
    if (this.expected !== undefined && !this.expectedSeen) {
      this.find({ kind: "expected_head_missing", seq: this.expected.seq });
    }
    return { events: this.events, head, findings: this.findings };
  }

  private find(finding: Finding): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push(finding);
  }
}

/** The columns are there to be searched; the text is what was hashed. They must agree, and the text be canonical. */
function saysTheSame(row: EventRow): boolean {
  try {
    const whole: unknown = JSON.parse(row.text);
    const text = said.parse(whole);
    return (
      canonicalText(whole) === row.text &&
      text.seq === String(row.seq) &&
      text.at === row.at.toISOString() &&
      text.actorId === row.actorId &&
      text.verb === row.verb &&
      text.subject.kind === row.subjectKind &&
      text.subject.id === row.subjectId
    );
  } catch {
    return false;
  }
}
