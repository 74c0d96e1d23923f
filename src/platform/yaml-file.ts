/** A YAML file checked against a zod schema: the content, or every problem at once with its line and its remedy. */
import { isMap, isNode, isPair, isScalar, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { z } from "zod";
import { remedyFor, type Told, told } from "./schema-remedies.ts";

export interface FileProblem extends Told {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Dotted, as people name a place in the file: `inspections.working_capital.first.days`. */
  readonly path: string;
}

type Path = readonly PropertyKey[];
type Document = ReturnType<typeof parseDocument>;

export function isProblems(loaded: unknown): loaded is readonly FileProblem[] {
  return Array.isArray(loaded);
}

/** What is wrong with a value beyond what a schema sees. */
export interface Contradiction extends Told {
  readonly path: Path;
}

/**
 * `text` is what the file `file` holds; nothing is read from disk here. `contradictions` looks at the whole content,
 * whether or not it fits the schema, so that one run names every problem.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  contradictions: (content: unknown) => readonly Contradiction[] = () => [],
): { readonly content: z.infer<Schema> } | readonly FileProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const problem = error.message.split("\n")[0] ?? error.code;
      return { file, line, column: col, path: "", ...told("not_yaml", { said: problem }) };
    });
  }
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  const beyond = contradictions(value);
  if (parsed.success && beyond.length === 0) return { content: parsed.data };
  const jsonSchema: unknown = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" });
  const place = (path: Path, key?: string) => {
    const { line, col } = lines.linePos(offsetOf(document, path, key));
    return { file, line, column: col, path: path.map(String).join(".") };
  };
  const misfits = leaves(parsed.error?.issues ?? []).map((issue) => ({
    ...place(issue.path, keyAtFault(issue)),
    ...remedyFor(issue, value, jsonSchema),
  }));
  const contradicted = beyond.map(({ path, ...said }) => ({ ...said, ...place(path) }));
  return [...misfits, ...contradicted].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A union says only that nothing fitted; the branch that came nearest says what to mend. */
function leaves(issues: readonly z.core.$ZodIssue[], above: Path = []): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === "unrecognized_keys" && issue.keys.length > 1) {
      return issue.keys.map((key) => ({ ...issue, keys: [key], path }));
    }
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path }];
    const branches = issue.errors.map((branch) => leaves(branch, path));
    const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map((leaf) => leaf.path.length));
    return branches.reduce((best, branch) => {
      const deeper = depth(branch) - depth(best);
      return deeper > 0 || (deeper === 0 && branch.length < best.length) ? branch : best;
    });
  });
}

function keyAtFault(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
}

/** Where the value stands; for what is missing, where its nearest holder stands. */
function offsetOf(document: Document, path: Path, key: string | undefined): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node)) continue;
    const pairKey = key === undefined ? keyNode(document, path, length) : keyWithin(node, key);
    return pairKey?.range?.[0] ?? node.range?.[0] ?? 0;
  }
  return 0;
}

/** The key of a holder is where a person looks, not the first of its members. */
function keyNode(document: Document, path: Path, length: number): ParsedNode | undefined {
  const name = path[length - 1];
  if (length === 0 || typeof name !== "string") return undefined;
  const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
  return keyWithin(holder, name);
}

function keyWithin(node: unknown, name: string): ParsedNode | undefined {
  if (!isMap<ParsedNode>(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
  return pair?.key;
}
