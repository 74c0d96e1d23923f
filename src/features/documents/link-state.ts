/** A link by its token, and whether it still works. */
import { z } from "zod";
import type { Parts } from "../../platform/context.ts";
import type { Refs } from "./desk.ts";
import { hashOf } from "./make-link.ts";

export interface Link {
  readonly id: string;
  readonly kind: string;
  readonly refs: Refs;
  readonly personId: string;
  readonly viewId: string | null;
  readonly codeHash: string;
  readonly wrongCodes: number;
  readonly state: LinkState;
}

const refs = z.record(z.string(), z.string());

/** As they are stored. */
export const refsOf = (stored: string): Refs => refs.parse(JSON.parse(stored));

export type LinkState = "open" | "used" | "expired" | "closed";

/** Whoever tries so often does not have the code. */
export const MOST_WRONG_CODES = 5;

export async function findLink({ database, clocks }: Parts, token: string): Promise<Link | undefined> {
  const row = await database.db.documentLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (row === null) {
    return undefined;
  }
  const isOver = row.expiresAt.getTime() <= clocks.machineNow().getTime();
  const open = isOver ? "expired" : "open";
  const ended = row.closedAt === null ? open : "closed";
  return { ...row, refs: refsOf(row.refs), state: row.usedAt === null ? ended : "used" };
}
