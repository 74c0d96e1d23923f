import { expect, it } from "vitest";
import { freshDatabase } from "../../setup/database.ts";

it("where two find nothing and store the same key at once, the second looks again and finds the first one's", async () => {
  const { db, inTransaction } = await freshDatabase();
  let looking = 0;
  let bothLooked = () => {};
  const both = new Promise<void>((resolve) => {
    bothLooked = resolve;
  });
  const told = (name: string) =>
    inTransaction(async (tx) => {
      const known = await tx.setting.findUnique({ where: { key: "told" } });
      looking += 1;
      if (looking === 2) bothLooked();
      await both;
      return known === null
        ? tx.setting.create({ data: { key: "told", value: name } })
        : tx.setting.update({ where: { key: "told" }, data: { value: `${known.value} and ${name}` } });
    });

  await Promise.all([told("Li"), told("Chen")]);

  expect((await db.setting.findUniqueOrThrow({ where: { key: "told" } })).value).toMatch(/^(Li and Chen|Chen and Li)$/);
});
