/** An administrator's Home tab: whether the desk works, messages that were given up, people without an account, the policy. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HomeDesk, startHomeDesk } from "./home-desk.ts";

let desk: HomeDesk;
beforeEach(async () => {
  desk = await startHomeDesk();
});
afterEach(() => desk.stop());

const here = { in: "home" } as const;

async function aDeadMessage(): Promise<string> {
  const now = desk.parts.clocks.now().toJSDate();
  const personId = await desk.personId("account_manager");
  const made = { key: "morning:dead", kind: "morning", state: "dead", failure: "channel_not_found", refs: "{}" };
  return (await desk.db.outboxMessage.create({ data: { ...made, personId, notBefore: now, createdAt: now } })).id;
}

describe("an administrator", () => {
  it("sees that the desk works, and which policy it works by", async () => {
    const text = await desk.opened("administrator");
    expect(text).toContain("Delivery works.");
    expect(text).toContain("The watchdog finds nothing");
    expect(text).toMatch(/Policy in force\s+In force: cn-bank/);
  });

  it("tries a message again that was given up, from there", async () => {
    const id = await aDeadMessage();
    expect(await desk.opened("administrator")).toContain("account_manager");
    await desk.person("administrator").clicks("Try again", here);
    expect((await desk.db.outboxMessage.findUniqueOrThrow({ where: { id } })).state).not.toBe("dead");
  });

  it("alone sees any of it", async () => {
    await aDeadMessage();
    for (const role of ["account_manager", "post_loan_officer", "unit_manager", "overseer"] as const) {
      expect(await desk.opened(role)).not.toMatch(/Health of the desk|Policy in force/);
    }
  });
});
