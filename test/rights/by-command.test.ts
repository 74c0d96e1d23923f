import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { rightsFor } from "../../commands/rights.ts";
import { VERBS } from "../../src/domain/rights.ts";
import { ROLES } from "../../src/domain/vocabulary.ts";
import { systemContext } from "../../src/platform/context.ts";
import { translator } from "../../src/texts/index.ts";
import { type ClickDesk, COLLEAGUES, type Colleague, SECRET, startClickDesk } from "./click-desk.ts";
import { MATRIX } from "./matrix.ts";

const t = translator("en");
/** How far, as the matrix that is written by hand abbreviates it. */
const HOW_FAR: Readonly<Record<string, string>> = { own: "o", unit: "u", own_or_unit: "ou", all: "a" };

interface Printed {
  readonly name: string;
  readonly verb: string;
  readonly roles: Readonly<Record<string, string>>;
}

describe("which role may use which command", () => {
  let on: ClickDesk;
  let attempts = 0;
  let cells = 0;
  beforeAll(async () => {
    on = await startClickDesk();
  }, 60_000);
  afterAll(async () => {
    await on.desk.stop();
    process.stdout.write(`rights by command: ${attempts} attempts, ${cells} forbidden cells of roles and commands\n`);
  });

  const printed = async (verbs: boolean): Promise<Printed[]> => {
    const outcome = await rightsFor(() => commands).execute(
      systemContext(on.desk.parts),
      { words: [], flags: { verbs } },
      { where: "terminal", progress: () => undefined },
    );
    if (!("kind" in outcome) || outcome.kind !== "view") throw new Error("no table");
    return outcome.view.json as Printed[];
  };

  it.each([true, false])("is printed as it was written by hand (single rights: %s)", async (verbs) => {
    const rows = await printed(verbs);
    expect(rows.map(({ name }) => name)).toEqual(
      verbs ? VERBS : commands.filter(({ where }) => where.includes("slack")).map(({ name }) => name),
    );
    for (const { verb, roles } of rows) {
      for (const role of ROLES) {
        const far = roles[role];
        expect(far === undefined ? "-" : HOW_FAR[far], `${role} ${verb}`).toBe(
          MATRIX.get(verb as (typeof VERBS)[number])?.get(role),
        );
      }
    }
  });

  it("refuses whoever has a dash there, wherever they sit, and shows them no name", async () => {
    for (const { name, roles } of await printed(false)) {
      for (const colleague of COLLEAGUES.filter((one) => hasDash(roles, one))) {
        const read = await answered(colleague.userId, name);
        expect(read, `${colleague.role}: /postloan ${name}`).toContain(t("refusal.may.role"));
        expect(read).not.toContain(SECRET);
        attempts += 1;
        cells += colleague.inUnit ? 1 : 0;
      }
    }
    expect(attempts).toBeGreaterThan(100);
  }, 120_000);

  /** Whoever has no role has a dash everywhere but at what is everybody's. */
  const hasDash = (roles: Printed["roles"], { role }: Colleague): boolean =>
    role === undefined ? Object.keys(roles).length < ROLES.length : roles[role] === undefined;

  async function answered(userId: string, name: string): Promise<string> {
    const person = on.desk.as(userId);
    const before = person.messagesFromBot().length;
    await person.says(`/postloan ${name}`);
    return person
      .messagesFromBot()
      .slice(before)
      .map(({ shown }) => shown)
      .join("\n");
  }
});
