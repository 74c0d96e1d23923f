/** As a broken restore does it: whatever guards the outbox had are gone. */
import type { TestDatabase } from "./database.ts";

export async function withoutOutboxGuards(database: TestDatabase, statements: readonly string[]): Promise<void> {
  const on = (table: string) => (database.kind === "postgres" ? ` ON "${table}"` : "");
  await database.raw.execute(`DROP TRIGGER "no_delete_of_outbox_message_on_delete"${on("OutboxMessage")}`);
  await database.raw.execute(`DROP TRIGGER "told_items_stay_on_delete"${on("OutboxItem")}`);
  for (const statement of statements) await database.raw.execute(statement);
}

/** One message and what it was about, as if it had never been promised. */
export const deletionOf = (messageId: string): readonly string[] => [
  `DELETE FROM "OutboxItem" WHERE "messageId" = '${messageId}'`,
  `DELETE FROM "OutboxMessage" WHERE "id" = '${messageId}'`,
];
