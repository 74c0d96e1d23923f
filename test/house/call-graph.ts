/**
 * Who mentions whom: every top-level declaration of a file, and the declarations that it names, followed through imports
 * and index files. A function that is handed on counts as called.
 */
import ts from "typescript";
import { imported, nodesBelow, type Source } from "./source.ts";

/** `path#name`. */
export type Id = string;

export interface Declared {
  readonly id: Id;
  readonly source: Source;
  readonly node: ts.Node;
}

export interface CallGraph {
  readonly declared: ReadonlyMap<Id, Declared>;
  /** What the nodes name, themselves left out, and so on. */
  reachableFrom(source: Source, node: ts.Node): ReadonlySet<Id>;
  /** Declarations that name it directly. */
  callersOf(id: Id): readonly Id[];
  /** The declaration that an identifier of this file means. */
  meant(source: Source, identifier: ts.Identifier): Id | undefined;
}

interface Names {
  /** Local name to file and name there. */
  readonly imports: Map<string, { file: string; name: string }>;
  /** Exported name to file and name there; a file of its own for what is declared here. */
  readonly exports: Map<string, { file: string; name: string }>;
  readonly everythingOf: string[];
  readonly own: Map<string, ts.Node>;
}

export function callGraph(sources: readonly Source[]): CallGraph {
  const files = new Map(sources.map((source) => [source.path, { source, names: namesOf(source) }]));
  const declared = new Map<Id, Declared>();
  for (const { source, names } of files.values()) {
    for (const [name, node] of names.own) {
      const id = `${source.path}#${name}`;
      declared.set(id, { id, source, node });
    }
  }

  const exportedAs = (file: string, name: string, seen = new Set<string>()): Id | undefined => {
    const found = files.get(file);
    if (found === undefined || seen.has(file)) {
      return undefined;
    }
    const known = found.names.exports.get(name);
    if (known !== undefined) {
      return known.file === file && found.names.own.has(known.name)
        ? `${file}#${known.name}`
        : exportedAs(known.file, known.name, new Set([...seen, file]));
    }
    const passedOn = found.names.everythingOf.map((other) => exportedAs(other, name, new Set([...seen, file])));
    return passedOn.find((id) => id !== undefined);
  };

  const meant = (source: Source, identifier: ts.Identifier): Id | undefined => {
    const names = files.get(source.path)?.names;
    const from = names?.imports.get(identifier.text);
    if (from !== undefined) {
      return exportedAs(from.file, from.name);
    }
    return names?.own.has(identifier.text) ? `${source.path}#${identifier.text}` : undefined;
  };

  const namedIn = (source: Source, node: ts.Node): Set<Id> =>
    new Set(
      nodesBelow(node)
        .filter(ts.isIdentifier)
        .filter(isUse)
        .flatMap((identifier) => meant(source, identifier) ?? []),
    );

  const direct = new Map<Id, Set<Id>>();
  for (const { id, source, node } of declared.values()) {
    const named = namedIn(source, node);
    named.delete(id);
    direct.set(id, named);
  }
  const callers = new Map<Id, Id[]>();
  for (const [caller, named] of direct) {
    for (const id of named) {
      callers.set(id, [...(callers.get(id) ?? []), caller]);
    }
  }

  return {
    declared,
    meant,
    callersOf: (id) => callers.get(id) ?? [],
    reachableFrom: (source, node) => {
      const reached = new Set<Id>();
      const open = [...namedIn(source, node)];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (!reached.has(id)) {
          reached.add(id);
          open.push(...(direct.get(id) ?? []));
        }
      }
      return reached;
    },
  };
}

/** Not the name of a property, of a declaration or inside a type. */
function isUse(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isPropertyAccessExpression(parent) && parent.name === identifier) {
    return false;
  }
  if ((ts.isPropertyAssignment(parent) || ts.isParameter(parent)) && parent.name === identifier) {
    return false;
  }
  return !ts.isTypeReferenceNode(parent) && !ts.isTypeQueryNode(parent);
}

function namesOf({ path, tree }: Source): Names {
  const names: Names = { imports: new Map(), exports: new Map(), everythingOf: [], own: new Map() };
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      readImport(path, statement, names);
    } else if (ts.isExportDeclaration(statement)) {
      readExport(path, statement, names);
    } else {
      for (const [name, node] of declarations(statement)) {
        names.own.set(name, node);
        names.exports.set(name, { file: path, name });
      }
    }
  }
  return names;
}

function readImport(path: string, { importClause, moduleSpecifier }: ts.ImportDeclaration, names: Names): void {
  const file = ts.isStringLiteral(moduleSpecifier) ? imported(path, moduleSpecifier.text) : undefined;
  const bindings = importClause?.namedBindings;
  if (file === undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
    return;
  }
  for (const { name, propertyName } of bindings.elements) {
    names.imports.set(name.text, { file, name: (propertyName ?? name).text });
  }
}

function readExport(path: string, { exportClause, moduleSpecifier }: ts.ExportDeclaration, names: Names): void {
  const from = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  const file = from === undefined ? undefined : imported(path, from);
  if (exportClause === undefined && file !== undefined) {
    names.everythingOf.push(file);
  }
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) {
    return;
  }
  for (const { name, propertyName } of exportClause.elements) {
    const local = (propertyName ?? name).text;
    const target =
      file === undefined ? (names.imports.get(local) ?? { file: path, name: local }) : { file, name: local };
    names.exports.set(name.text, target);
  }
}

function declarations(statement: ts.Statement): [string, ts.Node][] {
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined) {
    return [[statement.name.text, statement]];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((one): [string, ts.Node][] =>
      ts.isIdentifier(one.name) ? [[one.name.text, one]] : [],
    );
  }
  return [];
}
