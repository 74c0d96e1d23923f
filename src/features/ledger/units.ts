/** The tree of units as it stands while an export runs. */
import type { Tx } from "../../platform/storage/index.ts";

export interface LedgerUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Itself and every unit above it, nearest first. */
  readonly path: readonly string[];
}

export class LedgerUnits {
  readonly #byId: ReadonlyMap<string, LedgerUnit>;
  /** What belongs to no unit (an import, a policy) is the whole lender's. */
  readonly root: LedgerUnit;

  private constructor(byId: ReadonlyMap<string, LedgerUnit>, root: LedgerUnit) {
    this.#byId = byId;
    this.root = root;
  }

  static async read(db: Tx): Promise<LedgerUnits> {
    const rows = await db.orgUnit.findMany({ orderBy: { code: "asc" } });
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    const byId = new Map(rows.map((row) => [row.id, { ...row, path: pathOf(row.id, parents) }]));
    const top = rows.find(({ parentId }) => parentId === null)?.id ?? "";
    return new LedgerUnits(byId, byId.get(top) ?? NOWHERE);
  }

  /** The unit, or the whole lender where it is none. */
  of(id: string | null): LedgerUnit {
    return (id === null ? undefined : this.#byId.get(id)) ?? this.root;
  }

  all(): LedgerUnit[] {
    return [...this.#byId.values()];
  }

  /** Those units and everything below them. */
  below(ids: readonly string[]): LedgerUnit[] {
    return this.all().filter(({ path }) => path.some((above) => ids.includes(above)));
  }
}

const NOWHERE: LedgerUnit = { id: "", code: "", name: "", timeZone: "UTC", path: [] };

function pathOf(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at); at = parents.get(at) ?? null) {
    path.push(at);
  }
  return path;
}
