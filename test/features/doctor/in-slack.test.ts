/** The doctor asked in Slack, of the desk that runs. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Drill, startDrill } from "../../platform/drill.ts";

const LI = "U000000LI";
const MA = "U000000MA";

let drill: Drill;
beforeEach(async () => {
  drill = await startDrill();
  await drill.starts();
});
afterEach(() => drill.ends());

async function asks(userId: string): Promise<string> {
  const person = drill.workspace.as(userId);
  const before = person.messagesFromBot().length;
  await person.says("/postloan doctor");
  return person.eventually(() => person.messagesFromBot()[before]?.shown, 30_000);
}

describe("/postloan doctor", () => {
  it("looks from inside, with the remedies, and says what it cannot ask", async () => {
    drill.workspace.faults.add({
      kind: "refused",
      error: "missing_scope",
      on: "users.list",
      times: Number.POSITIVE_INFINITY,
    });
    const said = await asks(MA);
    expect(said).toContain("Bot token:");
    expect(said).toContain("Database:");
    expect(said).toMatch(
      /Not to be asked from inside a running desk: Port, Running desk, Tables and guards, Audit chain, App-level token/,
    );
    expect(said).toContain("npm run afterloan -- doctor");
    for (const elsewhere of ["Port:", "Running desk:", "Audit chain:", "App-level token:"]) {
      expect(said).not.toContain(`*${elsewhere}`);
    }
    expect(drill.workspace.calls.filter((call) => call === "apps.connections.open").length).toBeLessThanOrEqual(2);
    // Whether Slack is there at all is asked without a token.
    expect(drill.workspace.refused.filter(({ method }) => method !== "api.test")).toEqual([]);
  }, 60_000);

  it("is the administrators' alone", async () => {
    expect(await asks(LI)).not.toContain("Bot token");
    expect(drill.workspace.calls).not.toContain("users.conversations");
  }, 60_000);

  it("is a button away on the administrator's Home tab, and shown in a modal; nobody else has the button", async () => {
    const [ma, li] = [drill.workspace.as(MA), drill.workspace.as(LI)];
    for (const person of [li, ma]) await person.opensHome();
    await ma.eventually(() => (ma.home?.text.includes("Health of the desk") ? true : undefined), 30_000);
    await ma.clicks("Examine the desk", { in: "home" });
    const said = await ma.eventually(() => (ma.modal?.text.includes("Bot token:") ? ma.modal.text : undefined), 30_000);
    expect(said).toMatch(/In order.*Database:/s);
    await ma.clicks("Examine again");
    expect(await ma.eventually(() => ma.modal?.text, 30_000)).toContain("Bot token:");
    await expect(li.clicks("Examine the desk", { in: "home" })).rejects.toThrow();
  }, 90_000);
});
