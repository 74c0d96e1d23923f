import ts from "typescript";
import { describe, expect, it } from "vitest";
import { VERBS } from "../../src/domain/rights.ts";
import { callGraph, type Id } from "./call-graph.ts";
import { slackCalls } from "./slack-calls.ts";
import { callsBelow, dotted, nodesBelow, parse, place, type Source, sources } from "./source.ts";
import { AUTHORIZE, isAuthorized, transactions, writers } from "./writes.ts";

const HEAR = "src/platform/slack/hear.ts";
const BOLT = ["src/platform/slack/bolt.ts", "src/platform/slack/sockets/receiver.ts", HEAR];
const BOLT_LISTENERS = /\.(action|view|command|event|options|shortcut|message|function|assistant)$/;
const DOOR = /\.(onOpen|onDecision|onInput|onSubmission|onOptions)$/;

type Reasons = Readonly<Record<Id, string>>;

/** Nobody is asked, because nobody acts. Each with its reason. */
const ASKS_NOBODY: Reasons = {
  "src/features/evidence/keep-pending.ts#keepOne": "a job: fetches what an officer was allowed to attach",
  "src/features/evidence/keep-pending.ts#stored": "a job: fetches what an officer was allowed to attach",
  "src/features/evidence/keep-pending.ts#failed": "a job: fetches what an officer was allowed to attach",
  "src/features/totals/fold.ts#addUp": "a job: adds up what others were allowed to change",
  "src/features/totals/fold.ts#forgetNothings": "a job: adds up what others were allowed to change",
  "src/features/totals/fold.ts#takeDeltas": "a job: adds up what others were allowed to change",
  "src/features/totals/fold.ts#makeAgain": "a job: adds up what others were allowed to change",
  "src/features/totals/load.ts#makeLoads": "a job: adds up what others were allowed to change",
  "src/features/totals/load.ts#addToLoads": "a job: adds up what others were allowed to change",
  "src/features/customer-files/keep-copies.ts#keepOne": "a job: fetches what an officer was allowed to hand in",
  "src/features/customer-files/keep-copies.ts#settle": "a job: fetches what an officer was allowed to hand in",
  "src/features/ledger/make.ts#removeFile": "a job: our copy of a file goes when it was sent, or after its time",
  "src/features/ledger/store.ts#changeExport":
    "a step of an export: who cancels was asked in cancel.ts, who it is for in make.ts; the rest is the clock's",
  "src/features/evidence/keep-pending.ts#takeFromAnswer": "a job: fetches what an officer was allowed to attach",
};

/** Nothing is written into the audit. Each with its reason. */
const LEAVES_NO_RECORD: Reasons = {
  "src/features/ledger/make.ts#removeFile": "our copy goes; who got which file, by its hash, was recorded before",
  "src/features/ledger/store.ts#changeExport":
    "how far an export is, is no business fact; cancel.ts and make.ts hand it what they record of an end",
  "src/features/totals/fold.ts#foldBatch": "a total is the sum of what was recorded; no fact changes",
  "src/features/signals/engine/look.ts#lookAtAsked":
    "what was asked of the engine is done with; each signal is recorded",
  "src/features/reviews/approve-batch.ts#tellOfficers":
    "a promise is a row that stays; each approval is recorded by itself",
  "src/features/reviews/routine/approve-routine.ts#tellOfficers":
    "a promise is a row that stays; each approval is recorded by itself",
  "src/features/batch-checks/save.ts#saveBatch": "what somebody is typing and ticking is no business record yet",
  "src/features/inspections/save.ts#saveAnswers":
    "a draft is the officer's own; what counts is recorded when it is submitted",
  "src/features/inspections/take-step.ts#keepStep":
    "a draft is the officer's own; a file is recorded when it is stored",
  "src/features/inspections/drop-file.ts#dropFile":
    "a draft is the officer's own; the file itself stays, marked removed",
  "src/features/digests/sweep.ts#promiseOnce": "a promise is a row that stays, with all that became of it",
  "src/features/morning/promise-morning.ts#promiseOnce": "a promise is a row that stays, with all that became of it",
  "src/features/review-queue/announce.ts#redrawQueues": "messages are drawn again; no fact changes",
  "src/features/ladder/tell-vacancies.ts#promiseTo": "a promise is a row that stays, with all that became of it",
  "src/features/delivery/daily.ts#promiseTo": "a promise is a row that stays, with all that became of it",
  "src/features/absences/uncovered.ts#tellUncovered": "a promise is a row that stays, with all that became of it",
  "src/features/absences/sweep.ts#tellOnce": "a promise is a row that stays, with all that became of it",
  "src/features/people/tell-unmatched.ts#tellUnmatched": "a promise is a row that stays, with all that became of it",
  "src/features/portfolio/no-owner.ts#promiseTo": "a promise is a row that stays, with all that became of it",
  "src/features/people/import-people.ts#savePeople": "counts one turn of a run whose changes were recorded before",
  "src/features/people/import-units.ts#saveUnits": "counts one turn of a run whose changes were recorded before",
};

/** Written beside a transaction, or in one that this check cannot see. Each with its reason. */
const NO_TRANSACTION_SEEN: Reasons = {
  "src/features/home/choices.ts#choose": "how somebody looks at their own Home tab: one row, no business record",
  "src/features/watchdog/clockwork.ts#writeSeen": "the watchdog's own memory of the clock, no business record",
  "src/features/watchdog/settled.ts#settle": "the watchdog's own memory of its looks, no business record",
  "src/features/watchdog/findings.ts#close":
    "the watchdog's own notes: what it mends, it mends and records in a transaction",
  "src/features/watchdog/findings.ts#open":
    "the watchdog's own notes: what it mends, it mends and records in a transaction",
  "src/features/evidence/keep-pending.ts#keepOne": "one row, one reason why the file is still not here; tried again",
  "src/features/customer-files/keep-copies.ts#keepOne":
    "one row, one reason why the file is still not here; tried again",
  "src/features/customer-files/copies.ts#takeCopies": "documents/use-link.ts runs it in its transaction",
  "src/features/classification/judge.ts#approve": "judge runs it in its transaction",
  "src/features/handovers/offer-across.ts#callOff": "judge.ts runs it in its transaction",
  "src/features/reviews/approve.ts#supersede": "decide.ts runs it in its transaction",
  "src/features/reviews/approve.ts#confirmNumbers": "decide.ts runs it in its transaction",
  "src/features/measures/open-measures.ts#open": "decide.ts runs it in its transaction",
  "src/features/measures/open-measures.ts#change": "decide.ts runs it in its transaction",
  "src/features/measures/open-measures.ts#drop": "decide.ts runs it in its transaction",
  "src/features/inspections/hand-in.ts#take": "documents/use-link.ts runs it in its transaction",
  "src/features/evidence/kept-files.ts#takeForForm": "documents/use-link.ts runs it in its transaction",
  "src/features/evidence/kept-files.ts#takeKept": "documents/use-link.ts runs it in its transaction",
  "src/features/portfolio/bulk/write-batch.ts#learnSizes":
    "ANALYZE: the database counts its rows, nothing of ours changes",
};

/** A listener whose flow asks no right beyond the door's own question. Each with its reason. */
const DOOR_IS_ENOUGH: Reasons = {
  OPEN_LEDGER: "an empty form; what is chosen in it is asked for, with its rights, when it is sent",
  EXAMINE: "the doctor is handed in by the platform and asks examine_desk itself, where every command is asked",
  EXAMINE_AGAIN: "the doctor is handed in by the platform and asks examine_desk itself, where every command is asked",
  SHOW_QUEUE: "shows only what falls to the person who looks: the query begins with them",
  QUEUE_PAGE: "shows only what falls to the person who looks: the query begins with them",
};

const ours = sources("src", "commands").filter(({ path }) => !path.startsWith("src/workspace/"));
const graph = callGraph(ours);
const opened = transactions(graph, "src/features/");

function bareListeners(all: readonly Source[]): string[] {
  return all
    .filter(({ path }) => path !== HEAR)
    .flatMap((source) =>
      callsBelow(source.tree)
        .filter(({ expression }) => BOLT_LISTENERS.test(dotted(expression) ?? ""))
        .map((call) => `${place(source, call)} ${dotted(call.expression)}`),
    );
}

/** Whoever has a name for Bolt's app could listen by another spelling (`const { action } = app`). */
function boltImports(all: readonly Source[]): string[] {
  return all.flatMap(({ path, tree }) =>
    tree.statements
      .filter(ts.isImportDeclaration)
      .some(({ moduleSpecifier: from }) => ts.isStringLiteral(from) && from.text === "@slack/bolt")
      ? [path]
      : [],
  );
}

interface Registration {
  readonly at: string;
  readonly id: string;
  readonly verb: string | undefined;
  readonly authorizes: boolean;
}

function registrations(all: readonly Source[], known = callGraph(all)): Registration[] {
  return all
    .filter(({ path }) => path.startsWith("src/features/"))
    .flatMap((source) =>
      callsBelow(source.tree)
        .filter(({ expression }) => DOOR.test(dotted(expression) ?? ""))
        .map((call) => {
          const [id, verb, run] = call.arguments;
          return {
            at: place(source, call),
            id: id?.getText() ?? "",
            verb: verb !== undefined && ts.isStringLiteral(verb) ? verb.text : undefined,
            authorizes: run !== undefined && known.reachableFrom(source, run).has(AUTHORIZE),
          };
        }),
    );
}

function directTransactions(all: readonly Source[]): string[] {
  return all
    .filter(({ path }) => /^(src\/features|commands)\//.test(path))
    .flatMap((source) =>
      callsBelow(source.tree)
        .filter(({ expression }) => /\.inTransaction$|\.\$transaction$/.test(dotted(expression) ?? ""))
        .map((call) => place(source, call)),
    );
}

describe("what people do in Slack", () => {
  it("comes in by one file alone, which stores and authorizes it", () => {
    expect(bareListeners(ours)).toEqual([]);
    expect(boltImports(ours).filter((path) => !BOLT.includes(path))).toEqual([]);
  });

  it("is registered with a verb that the table of rights knows", () => {
    const verbs: readonly string[] = VERBS;
    const unknown = registrations(ours, graph).filter(({ verb }) => verb === undefined || !verbs.includes(verb));

    expect(registrations(ours, graph).length).toBeGreaterThan(15);
    expect(unknown).toEqual([]);
  });

  it("asks for its right in the use case too, once the subject is known", () => {
    const bare = registrations(ours, graph).filter(({ id, authorizes }) => !authorizes && !(id in DOOR_IS_ENOUGH));

    expect(bare).toEqual([]);
  });
});

describe("a use case that writes", () => {
  it("asks for the right to, or is a job of the house with a reason", () => {
    const bare = writers(graph, "src/features/")
      .map(({ id }) => id)
      .filter((id) => !isAuthorized(graph, id) && !(id in ASKS_NOBODY));

    expect(bare).toEqual([]);
  });

  it("does so in a transaction", () => {
    const inside = new Set(
      opened.flatMap(({ opener }) => {
        const { source, node } = graph.declared.get(opener) ?? {};
        return source === undefined || node === undefined ? [] : [opener, ...graph.reachableFrom(source, node)];
      }),
    );
    const beside = writers(graph, "src/features/")
      .map(({ id }) => id)
      .filter((id) => !inside.has(id) && !(id in NO_TRANSACTION_SEEN));

    expect(beside).toEqual([]);
    expect(directTransactions(ours)).toEqual([]);
  });

  it("records it in the same transaction", () => {
    const silent = opened.filter(({ writes, records, opener }) => writes && !records && !(opener in LEAVES_NO_RECORD));

    expect(opened.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });

  it("says nothing to Slack inside it: promises are for that", () => {
    expect(opened.filter(({ slack }) => slack)).toEqual([]);
  });

  it("is excused only while it needs to be", () => {
    const wrote = new Set(writers(graph, "src/features/").map(({ id }) => id));
    const openers = new Set(opened.map(({ opener }) => opener));
    const listened = new Set(registrations(ours, graph).map(({ id }) => id));
    const stale = [
      ...Object.keys({ ...ASKS_NOBODY, ...NO_TRANSACTION_SEEN }).filter((id) => !wrote.has(id)),
      ...Object.keys(LEAVES_NO_RECORD).filter((id) => !openers.has(id)),
      ...Object.keys(DOOR_IS_ENOUGH).filter((id) => !listened.has(id)),
    ];

    expect(stale).toEqual([]);
  });
});

/** A feature of a few lines beside the real platform. */
function planted(text: string): Source[] {
  return [...ours, parse("src/features/planted/planted.ts", text)];
}

const CONTEXT = `import { authorize, inTransaction } from "../../platform/context.ts";
import { record } from "../../platform/audit/index.ts";`;

describe("a planted", () => {
  it.each([
    ["bare listener", 'export const listen = (bolt) => bolt.action("x", async ({ ack }) => ack());'],
    ["bare listener in other brackets", 'export const listen = (bolt) => bolt["view"]("x", run);'],
    ["bare listener on the app of another object", 'export const listen = (desk) => desk.bolt.bolt?.event("x", run);'],
  ])("%s is found", (_what, text) => {
    expect(bareListeners(planted(text))).toHaveLength(1);
  });

  it("import of Bolt is found", () => {
    expect(boltImports(planted('import { App } from "@slack/bolt";'))).toContain("src/features/planted/planted.ts");
  });

  it("registration with an invented or computed verb, asking nobody, is found", () => {
    const all = planted(
      'export function hear(door, verb) { door.onOpen(A, "see_all", run); door.onDecision(B, verb, run); }',
    );
    const found = registrations(all).filter(({ at }) => at.startsWith("src/features/planted/"));

    expect(found.map(({ verb, authorizes }) => [verb, authorizes])).toEqual([
      ["see_all", false],
      [undefined, false],
    ]);
  });

  it("write without a right, a record or a transaction is found", () => {
    const all = planted(
      `${CONTEXT} export const grab = (ctx) => inTransaction(ctx, (tx) => take(tx));
       const take = (tx) => tx.db.loan.update({ where: {}, data: {} });
       export const again = (ctx) => ctx.parts.database.inTransaction((db) => db.loan.delete({}));`,
    );
    const known = callGraph(all);

    expect(transactions(known, "src/features/planted/")).toMatchObject([
      { writes: true, records: false, slack: false },
    ]);
    expect(writers(known, "src/features/planted/").map(({ id }) => isAuthorized(known, id))).toEqual([false, false]);
    expect(directTransactions(all)).toEqual(["src/features/planted/planted.ts:4"]);
  });

  it("Slack call inside a transaction is found, however deep", () => {
    const all = planted(
      `${CONTEXT} import { listUsers } from "../../platform/slack/users.ts";
       export const tell = (ctx, client) => { authorize(ctx); return inTransaction(ctx, async (tx) => { await deeper(tx, client); await record(tx.db); }); };
       const deeper = (tx, client) => listUsers(client);`,
    );

    expect(transactions(callGraph(all), "src/features/planted/")).toMatchObject([{ slack: true, records: true }]);
  });

  it("transaction handed on as a parameter is followed to the one who brings the work", () => {
    const all = planted(
      `${CONTEXT} const again = (ctx, work) => inTransaction(ctx, work);
       export const grab = (ctx) => again(ctx, async (tx) => tx.db.loan.create({ data: {} }));`,
    );

    expect(transactions(callGraph(all), "src/features/planted/")).toMatchObject([
      { opener: "src/features/planted/planted.ts#grab", writes: true, records: false },
    ]);
  });
});

describe("this check", () => {
  it("reads what the files say: it finds Slack's own calls, and the rights that are known to be asked", () => {
    const methods = new Set(ours.flatMap(({ tree }) => slackCalls(tree)).map(({ method }) => method));
    const asked = ours.flatMap(({ tree }) => nodesBelow(tree).filter(ts.isCallExpression));

    expect([...methods]).toEqual(expect.arrayContaining(["chat.postMessage", "chat.update", "views.open"]));
    expect(asked.filter(({ expression }) => dotted(expression) === "authorize").length).toBeGreaterThan(10);
  });
});
