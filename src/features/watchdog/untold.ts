/** What should have been heard and was not promised, as the outbox remembers it. */
import { addTo } from "../../domain/lists-by-key.ts";
import { heardFrom } from "../../domain/watchdog/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Difference } from "./difference.ts";
import { withoutExcuse } from "./excuses.ts";
import { INSPECTION_SUBJECT, KEY_DATE_SUBJECT, MORNING_KIND, WATCHDOG_REMINDER } from "./ids.ts";
import { loadOpenWork, type OpenWork } from "./open-work.ts";
import { loadExpected, type ShouldHaveHeard } from "./should-have-heard.ts";

/** Promised, on its way or said. What could not be delivered, or had nothing to say, was dealt with on its own day only. */
const ALIVE = ["pending", "claimed", "uncertain", "sent"];

export async function findUntold(ctx: Context): Promise<Difference[]> {
  const works = await loadOpenWork(ctx);
  const { heard, nobody } = await loadExpected(ctx, works);
  const wanted = await withoutQuiet(ctx, heard);
  const said = await loadSaid(
    ctx,
    wanted.map(({ work }) => work.id),
  );
  const missing = await withoutExcuse(
    ctx,
    wanted.filter((one) => !said.covers(one)),
  );
  return [...missing.map(untold), ...nobody.map(withNobody)];
}

function untold({ work, reader, milestone }: ShouldHaveHeard): Difference {
  const what = milestone?.name ?? `returned_${reader.today}`;
  return {
    key: `untold:${reader.personId}:${work.id}:${work.dueOn}:${what}`,
    kind: "untold",
    personId: reader.personId,
    subject: { kind: work.subject, id: work.id },
    detail: { number: work.number, ...ofKind(work), dueOn: work.dueOn, slotOn: reader.today, what },
  };
}

const ofKind = ({ kind }: OpenWork): Readonly<Record<string, string>> => (kind === undefined ? {} : { ofKind: kind });

function withNobody(work: OpenWork): Difference {
  const { subject, id, number, dueOn } = work;
  return {
    key: `nobody:${id}:${dueOn}`,
    kind: "nobody",
    subject: { kind: subject, id },
    detail: { number, ...ofKind(work), dueOn },
  };
}

interface Said {
  covers(wanted: ShouldHaveHeard): boolean;
}

async function loadSaid(ctx: Context, workIds: readonly string[]): Promise<Said> {
  const rows = await inTurns([...new Set(workIds)], (some) =>
    ctx.db.outboxItem.findMany({
      where: {
        subjectKind: { in: [INSPECTION_SUBJECT, KEY_DATE_SUBJECT] },
        subjectId: { in: some },
        message: { kind: { in: [MORNING_KIND, WATCHDOG_REMINDER] } },
      },
      select: { subjectId: true, stage: true, message: { select: { personId: true, slotOn: true, state: true } } },
    }),
  );
  const byItem = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.message.personId} ${row.subjectId}`;
    addTo(byItem, key, row);
  }
  return {
    covers: ({ work, reader, milestone }) =>
      (byItem.get(`${reader.personId} ${work.id}`) ?? []).some(({ stage, message }) => {
        const isOfToday = message.slotOn === reader.today;
        if (milestone === undefined || !ALIVE.includes(message.state)) {
          return isOfToday;
        }
        const told = heardFrom(stage);
        return told?.dueOn === work.dueOn && told.milestone.rank >= milestone.rank;
      }),
  };
}

/** Who asked for quiet about an item is not told of it. */
async function withoutQuiet(ctx: Context, wanted: readonly ShouldHaveHeard[]): Promise<ShouldHaveHeard[]> {
  const persons = [...new Set(wanted.map(({ reader }) => reader.personId))];
  const rows = await inTurns(persons, (some) =>
    ctx.db.snooze.findMany({
      where: { personId: { in: some }, endedAt: null },
      select: { personId: true, inspectionId: true, untilOn: true },
    }),
  );
  const until = new Map(rows.map((row) => [`${row.personId} ${row.inspectionId}`, row.untilOn]));
  return wanted.filter(({ reader, work }) => (until.get(`${reader.personId} ${work.id}`) ?? "") < reader.today);
}
