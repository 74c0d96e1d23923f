/** A push over real HTTP into the record: signed, stored, answered; and what an outsider leaves behind. */
import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openFacts } from "../../../src/facts.ts";
import type { RunningPushes } from "../../../src/platform/pushes/serve-pushes.ts";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

let desk: FactsDesk;
let running: RunningPushes;
beforeEach(async () => {
  desk = await aFactsDesk();
  const opened = await openFacts({ facts: { place: { host: "127.0.0.1", port: 0 }, secret: SECRET } }, desk.parts);
  if (opened === undefined) throw new Error("nothing listens");
  running = opened;
});
afterEach(() => running.close());

async function push(body: string, secret = SECRET, machine = desk.parts.clocks.machineNow()) {
  const seconds = Math.floor(machine.getTime() / 1_000);
  const hex = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  const headers = { "afterloan-signature": `t=${seconds},v1=${hex}` };
  const answer = await fetch(`http://127.0.0.1:${running.port}/facts`, { method: "POST", headers, body });
  return [answer.status, await answer.json()] as const;
}

const event = (days: string, id = "e1") =>
  JSON.stringify({
    ...{ id, source: "core_banking", kind: "balances" },
    facts: [{ loan: "L-0001", as_of: "2026-03-09", days_past_due: days }],
  });

it("stores what is signed before it answers, once, and plans the customer's inspections again", async () => {
  expect(await push(event("95"))).toEqual([200, expect.objectContaining({ state: "taken", new: 1 })]);
  expect(await push(event("95"))).toEqual([200, expect.objectContaining({ state: "taken", new: 1 })]);
  expect(await push(event("96"))).toEqual([409, expect.objectContaining({ error: "id_taken" })]);
  expect(await desk.told("days_past_due")).toEqual([["95", false]]);
  expect(await desk.db.loan.findUniqueOrThrow({ where: { id: desk.loanId } })).toMatchObject({
    pastDueSince: "2025-12-04",
  });
  expect(await desk.db.inspection.count({ where: { borrowerId: desk.borrowerId } })).toBeGreaterThan(0);
});

it("leaves no trace of what is not signed with the secret, too old, or no event", async () => {
  const old = new Date(desk.parts.clocks.machineNow().getTime() - 301_000);
  expect(await push(event("95"), "f".repeat(32))).toEqual([401, expect.objectContaining({ error: "signature_wrong" })]);
  expect(await push(event("95"), SECRET, old)).toEqual([401, expect.objectContaining({ error: "stale" })]);
  expect(await push("{")).toEqual([422, expect.objectContaining({ error: "not_taken" })]);
  expect([await desk.db.observation.count(), await desk.db.factDelivery.count()]).toEqual([0, 0]);
});
