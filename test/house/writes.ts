/** What writes, in which transaction: read from the source. */
import ts from "typescript";
import type { CallGraph, Declared, Id } from "./call-graph.ts";
import { slackCalls } from "./slack-calls.ts";
import { callsBelow, dotted, place, type Source } from "./source.ts";

export const AUTHORIZE: Id = "src/platform/context.ts#authorize";
export const RECORD: Id = "src/platform/audit/record.ts#record";
const IN_TRANSACTION: Id = "src/platform/context.ts#inTransaction";

const PRISMA_WRITE =
  /(^|\.)(db|tx)\.\w+\.(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/;
const RAW_WRITE = /(^|\.)(raw|sql)\.execute$/;
/** The answers to a person who is looking are calls to Slack, too. */
const REPLY = /\.(openModal|pushModal|updateModal|tell)$/;

export function writesIn(node: ts.Node): boolean {
  return callsBelow(node).some((call) => {
    const written = dotted(call.expression) ?? "";
    return PRISMA_WRITE.test(written) || RAW_WRITE.test(written);
  });
}

export function callsSlack(node: ts.Node): boolean {
  return (
    slackCalls(node).length > 0 ||
    callsBelow(node).some((call) => /^fetch$|^reply\./.test(spoken(call)) || isReply(call))
  );
}

const spoken = (call: ts.CallExpression) => dotted(call.expression) ?? "";
const isReply = (call: ts.CallExpression) => REPLY.test(spoken(call));

export interface Transaction {
  readonly at: string;
  readonly file: string;
  /** The declaration that opens it. */
  readonly opener: Id;
  readonly records: boolean;
  readonly writes: boolean;
  readonly slack: boolean;
}

/** Every transaction that these declarations open, with what their work leads to. */
export function transactions(graph: CallGraph, folder: string): Transaction[] {
  const openers = openersOf(graph);
  return [...graph.declared.values()]
    .filter(({ source }) => source.path.startsWith(folder))
    .flatMap(({ id, source, node }) =>
      callsBelow(node)
        .filter((call) => opens(graph, openers, source, call) && !isHandedOn(call))
        .map((call): Transaction => {
          const work = call.arguments[1] ?? call;
          const reached = [...graph.reachableFrom(source, work)];
          const steps = [work, ...reached.flatMap((one) => graph.declared.get(one)?.node ?? [])];
          return {
            at: place(source, call),
            file: source.path,
            opener: id,
            records: reached.includes(RECORD),
            writes: [work, ...outsideAudit(graph, reached)].some(writesIn),
            slack: steps.some(callsSlack),
          };
        }),
    );
}

function outsideAudit(graph: CallGraph, reached: readonly Id[]): ts.Node[] {
  return reached
    .filter((id) => !id.startsWith("src/platform/audit/"))
    .flatMap((id) => graph.declared.get(id)?.node ?? []);
}

/** `inTransaction`, and every function that hands its own parameter to it. */
function openersOf(graph: CallGraph): ReadonlySet<Id> {
  const openers = new Set([IN_TRANSACTION]);
  for (let before = 0; before < openers.size; ) {
    before = openers.size;
    for (const { id, source, node } of graph.declared.values()) {
      if (callsBelow(node).some((call) => opens(graph, openers, source, call) && isHandedOn(call))) {
        openers.add(id);
      }
    }
  }
  return openers;
}

function opens(graph: CallGraph, openers: ReadonlySet<Id>, source: Source, { expression }: ts.CallExpression): boolean {
  const id = ts.isIdentifier(expression) ? graph.meant(source, expression) : undefined;
  return id !== undefined && openers.has(id);
}

/** The work is a parameter of the function around the call. */
function isHandedOn({ arguments: [, work], parent }: ts.CallExpression): boolean {
  for (let node: ts.Node | undefined = parent; node !== undefined && work !== undefined; node = node.parent) {
    if (
      ts.isFunctionLike(node) &&
      node.parameters.some(({ name }) => ts.isIdentifier(work) && name.getText() === work.text)
    ) {
      return true;
    }
  }
  return false;
}

/** A right was asked for in its own flow, or in that of every declaration that leads to it. The root asks for nobody. */
export function isAuthorized(graph: CallGraph, id: Id, seen: ReadonlySet<Id> = new Set()): boolean {
  const declared = graph.declared.get(id);
  if (declared === undefined || seen.has(id) || !/^(src\/features|commands)\//.test(id)) {
    return false;
  }
  if (graph.reachableFrom(declared.source, declared.node).has(AUTHORIZE)) {
    return true;
  }
  const callers = graph.callersOf(id).filter((caller) => !seen.has(caller));
  return callers.length > 0 && callers.every((caller) => isAuthorized(graph, caller, new Set([...seen, id])));
}

/** Declarations that write themselves, the audit's own left out. */
export function writers(graph: CallGraph, folder: string): Declared[] {
  return [...graph.declared.values()].filter(({ source, node }) => source.path.startsWith(folder) && writesIn(node));
}
