/** The source as trees: what the house's own checks read. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** TypeScript files below the folders, as paths from the repository's root. */
export function sourcePaths(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(repositoryPath(folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .sort();
}

export interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export function parse(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
}

const read = new Map<string, Source>();

export function sourceOf(path: string): Source {
  const known = read.get(path) ?? parse(path, readFileSync(repositoryPath(path), "utf8"));
  read.set(path, known);
  return known;
}

export function sources(...folders: readonly string[]): Source[] {
  return sourcePaths(...folders).map(sourceOf);
}

/** Every node below, the node itself first. */
export function nodesBelow(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (one: ts.Node): void => {
    found.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

export function callsBelow(node: ts.Node): ts.CallExpression[] {
  return nodesBelow(node).filter(ts.isCallExpression);
}

/** `client.chat.postMessage` as written, with `?.` and `["…"]` read like a dot; undefined where it is no plain chain. */
export function dotted(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) {
    return node.text;
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    return "this";
  }
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isNonNullExpression(node)) {
    return dotted(node.expression);
  }
  if (ts.isCallExpression(node)) {
    const made = dotted(node.expression);
    return made === undefined ? undefined : `${made}()`;
  }
  if (ts.isPropertyAccessExpression(node)) {
    return `${dotted(node.expression) ?? "?"}.${node.name.text}`;
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return `${dotted(node.expression) ?? "?"}.${node.argumentExpression.text}`;
  }
  return undefined;
}

export function place({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** The file that a relative import means; undefined for a package. */
export function imported(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? normalize(join(dirname(from), specifier)) : undefined;
}
