const SCALARS = new Set(["String", "Int", "BigInt", "Boolean", "DateTime", "Float"]);

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The tables of the models file and their columns, in the order they are written; relations are no columns. */
export function tablesOf(models: string): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  for (const [, name, body] of models.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    if (name !== undefined && body !== undefined) tables.set(name, columnsOf(body));
  }
  return tables;
}

function columnsOf(body: string): Column[] {
  return [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)].flatMap(([, name = "", type = ""]) =>
    SCALARS.has(type) ? [{ name, type }] : [],
  );
}
