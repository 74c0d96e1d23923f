/** A short overdue that was paid: the desk asks, two people agree to the list with one press each, whoever keeps the account with none. */
import { afterEach, expect, it } from "vitest";
import { lookAgain } from "../../src/features/looks/index.ts";
import { inTransaction, systemContext } from "../../src/platform/context.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
afterEach(() => desk.stop());

/** The book tells it, and the engine looks. */
async function told(pastDueSince: string | null, before: string | null): Promise<void> {
  const loan = await desk.db.loan.findFirstOrThrow({ where: { borrower: { name: BORROWER } } });
  const { now } = systemContext(desk.parts);
  await desk.db.loan.update({ where: { id: loan.id }, data: { pastDueSince } });
  const change = { subjectKind: "loan", subjectId: loan.id, field: "pastDueSince", before, after: pastDueSince };
  const known = { asOf: now.toISODate(), recordedAt: now.toJSDate(), source: "book" };
  await desk.db.factChange.create({ data: { ...change, ...known } });
  await inTransaction(systemContext(desk.parts), (tx) => lookAgain(tx, [loan.borrowerId]));
  await desk.run("looks");
}

it("is told, listed, agreed to by two, and gone from everybody's message", async () => {
  ({ desk } = await startBranch());
  const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];
  const since = systemContext(desk.parts).now.minus({ days: 3 }).toISODate();
  await told(since, null);
  await told(null, since);
  desk.at(`${TODAY}T09:30:00+08:00`);
  await desk.tick();

  for (const person of [wang, zhao]) {
    expect(person.lastMessage?.shown).toContain("A signal can be released, if two people agree");
    // What stands on a lock screen names nobody.
    expect(person.lastMessage?.text).not.toContain(BORROWER);
  }
  expect(li.messagesFromBot().some(({ shown }) => shown.includes("can be released"))).toBe(false);

  await wang.clicks("See the list");
  expect(wang.modal?.text).toContain(BORROWER);
  expect(wang.modal?.text).toContain("Overdue");
  await wang.clicks("Agree to all 1");
  expect(wang.modal?.text).toContain("Agreed to 1; 0 of them released");
  await desk.tick();
  expect(wang.lastMessage?.shown).toContain("No signal waits for you");
  expect(zhao.lastMessage?.shown).toContain("A signal can be released");

  await zhao.clicks("See the list");
  expect(zhao.modal?.text).toContain("one has agreed");
  await zhao.clicks("Agree to all 1");
  expect(zhao.modal?.text).toContain("1 of them released");
  await desk.tick();
  expect(zhao.lastMessage?.buttons).toEqual([]);
  expect(await desk.db.signal.findMany({ select: { state: true, code: true } })).toEqual([
    { state: "closed", code: "BHV-01" },
  ]);
});
