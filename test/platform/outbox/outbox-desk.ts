/** Promises to people in the local workspace, two workers, and clocks that move only when told. */

import { NO_LIMITS, type SendLimits } from "../../../src/domain/send-pace.ts";
import { latestForQuiet } from "../../../src/features/deadlines/index.ts";
import { contextOfPerson, inPlaceOf } from "../../../src/features/people/index.ts";
import { createClocks } from "../../../src/platform/clock.ts";
import { inTransaction, type Parts, systemContext } from "../../../src/platform/context.ts";
import { registerDelivery } from "../../../src/platform/outbox/dead.ts";
import { deliverDue } from "../../../src/platform/outbox/deliver.ts";
import { createDelivery, type Delivery } from "../../../src/platform/outbox/delivery.ts";
import { editStale } from "../../../src/platform/outbox/edit-stale.ts";
import { lookUpUncertain } from "../../../src/platform/outbox/look-up.ts";
import { type MessagePromise, promise } from "../../../src/platform/outbox/promise.ts";
import { REMINDER, type Renderer, Renderers } from "../../../src/platform/outbox/renderers.ts";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { line, type Piece, type View } from "../../../src/platform/view.ts";
import { localTokens, startWorkspace, type Workspace } from "../../../src/workspace/workspace.ts";
import { anAdministrator, anOfficer, aSlackAccount, aUnit, aUnitManager } from "../../builders/index.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

export const LI = "U000000LI";
export const CHEN = "U00000CHEN";
export const WANG = "U00000WANG";
export const MA = "U000000MA";

/** The local workspace's direct-message channel of a person. */
export const dm = (userId: string) => `D${userId.slice(1)}`;

/** Words, or what is drawn besides the title. */
type Said = string | readonly Piece[] | undefined;

export interface OutboxDesk {
  readonly workspace: Workspace;
  readonly db: Tx;
  readonly parts: Parts;
  readonly one: Delivery;
  readonly other: Delivery;
  /** What messages of the kind "news" say; a test may change it. */
  says: (key: string) => Said | Promise<Said>;
  /** The file below each of them, where a test says so. */
  below?: View["file"];
  /** Li and Chen are officers, Wang manages their unit, Ma is the administrator. */
  readonly people: { readonly li: string; readonly chen: string; readonly ma: string; readonly wang: string };
  promises(key: string, personId: string, more?: Partial<MessagePromise>): Promise<void>;
  /** Sends what is due now. */
  sends(worker?: Delivery): ReturnType<typeof deliverDue>;
  edits(): ReturnType<typeof editStale>;
  looksUp(): ReturnType<typeof lookUpUncertain>;
  passes(ms: number): void;
  state(key: string): Promise<string | undefined>;
  row(key: string): Promise<NonNullable<Awaited<ReturnType<Tx["outboxMessage"]["findUnique"]>>>>;
  /** What the person reads, oldest first. */
  read(userId: string): string[];
  stop(): Promise<void>;
}

const COUNTED = ["sent", "calledOff", "waiting", "uncertain", "dead"] as const;

/** Slack's limits do not hold unless a test is about them. */
export async function startOutboxDesk(limits: SendLimits = NO_LIMITS): Promise<OutboxDesk> {
  const database = await freshDatabase();
  const { db } = database;
  let nowMs = Date.parse("2026-03-02T01:30:00Z");
  const clocks = createClocks(0, () => nowMs);
  const parts: Parts = { ...(await openTestParts(database, "2026-03-02T01:30:00Z")), clocks };
  const unit = await aUnit(db);
  const li = await anOfficer(db, { name: "Li Wen", unitId: unit.id });
  const chen = await anOfficer(db, { name: "Chen Jie", unitId: unit.id });
  const wang = await aUnitManager(db, { name: "Wang Ping", unitId: unit.id });
  const ma = await anAdministrator(db, { name: "Ma Jun", unitId: unit.id });
  for (const [person, userId] of [
    [li, LI],
    [chen, CHEN],
    [ma, MA],
    [wang, WANG],
  ] as const) {
    await aSlackAccount(db, person.id, { userId, channelId: null });
  }
  const workspace = await startWorkspace({
    people: [
      aColleague(LI, "Li Wen"),
      aColleague(CHEN, "Chen Jie"),
      aColleague(MA, "Ma Jun"),
      aColleague(WANG, "Wang Ping"),
    ],
    channels: [],
    commands: [],
    bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
    ...localTokens,
    welcome: [],
    environment: {},
  });
  const renderers = new Renderers();
  registerDelivery(renderers);
  const delivery = (worker: string): Delivery =>
    createDelivery({
      parts,
      client: createSlackClients(localTokens.botToken, workspace.apiUrl).queue,
      renderers,
      worker,
      contextOf: (personId) => contextOfPerson(parts, personId),
      inPlaceOf,
      latestForQuiet,
      metadataSecret: "test",
      limits,
    });
  const one = delivery("one");
  const desk: OutboxDesk = {
    workspace,
    db,
    parts,
    one,
    other: delivery("other"),
    says: (key) => `News of ${key}`,
    people: { li: li.id, chen: chen.id, ma: ma.id, wang: wang.id },
    promises: (key, personId, more = {}) =>
      inTransaction(systemContext(parts), async (tx) => {
        await promise(tx, {
          key,
          kind: "news",
          personId,
          refs: { key },
          items: [{ kind: "loan", id: key, stage: "new" }],
          ...more,
        });
      }),
    sends: async (worker = one) => {
      const all = await deliverDue(worker);
      for (let more = all; more.begun > 0; ) {
        more = await deliverDue(worker);
        for (const what of COUNTED) all[what] += more[what];
        all.stopped ||= more.stopped;
      }
      return all;
    },
    edits: () => editStale(one),
    looksUp: () => lookUpUncertain(one),
    passes: (ms) => {
      nowMs += ms;
    },
    state: async (key) => (await db.outboxMessage.findUnique({ where: { key } }))?.state,
    row: (key) => db.outboxMessage.findUniqueOrThrow({ where: { key } }),
    read: (userId) =>
      workspace
        .as(userId)
        .messagesFromBot()
        .map(({ shown }) => shown),
    stop: async () => {
      await workspace.close();
      await database.close();
    },
  };
  const draw: Renderer = async (_ctx, message) => {
    const said = await desk.says(message.refs.key ?? "");
    const pieces = typeof said === "string" ? [line(said)] : said;
    const file = desk.below === undefined ? {} : { file: desk.below };
    return pieces === undefined ? undefined : { title: `Title of ${message.refs.key}`, pieces, ...file };
  };
  renderers.add("news", draw, { ...REMINDER, mayHaveFile: true });
  renderers.add("decision", draw);
  return desk;
}
