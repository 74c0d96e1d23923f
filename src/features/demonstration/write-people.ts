/** The demonstration's units, people and rights, as rows. */
import type { Tx } from "../../platform/storage/index.ts";
import { languageOfLocale } from "../../texts/index.ts";
import { DEMONSTRATION_TEAM, DEMONSTRATION_TIME_ZONE, demonstrationPosts, demonstrationUnits } from "./people.ts";

export interface WrittenPeople {
  readonly unitIds: ReadonlyMap<string, string>;
  /** Officers in the order of the list, with the unit they sit in. */
  readonly officers: readonly { readonly id: string; readonly unitId: string; readonly unitCode: string }[];
  readonly personIds: ReadonlyMap<string, string>;
}

export async function writePeople(
  db: Tx,
  newRowId: () => string,
  since: Date,
  teamId = DEMONSTRATION_TEAM,
): Promise<WrittenPeople> {
  const unitIds = new Map(demonstrationUnits.map(({ code }) => [code, newRowId()]));
  const personIds = new Map(demonstrationPosts.map(({ person }) => [person.id, newRowId()]));
  const unitId = (code: string) => unitIds.get(code) ?? "";
  const personId = (userId: string) => personIds.get(userId) ?? "";
  // Above before below, for the foreign key.
  for (const { code, name, parent, kind, line } of demonstrationUnits) {
    await db.orgUnit.create({
      data: {
        id: unitId(code),
        code,
        name,
        kind,
        line,
        parentId: parent === null ? null : unitId(parent),
        timeZone: DEMONSTRATION_TIME_ZONE,
        calendarId: "cn",
        language: languageOfLocale("zh-CN"),
      },
    });
  }
  await db.person.createMany({
    data: demonstrationPosts.map(({ person, unit }) => ({
      id: personId(person.id),
      name: person.realName,
      email: person.email,
      unitId: unitId(unit),
      createdAt: since,
    })),
  });
  await db.slackAccount.createMany({
    data: demonstrationPosts.map(({ person }) => ({
      id: newRowId(),
      teamId,
      userId: person.id,
      personId: personId(person.id),
      locale: person.locale,
      timeZone: person.timeZone,
      matchedAt: since,
    })),
  });
  await db.roleGrant.createMany({
    data: demonstrationPosts.map(({ person, role, over }) => ({
      id: newRowId(),
      personId: personId(person.id),
      role,
      unitId: unitId(over),
      fromAt: since,
    })),
  });
  const officers = demonstrationPosts
    .filter(({ role }) => role === "account_manager")
    .map(({ person, unit }) => ({ id: personId(person.id), unitId: unitId(unit), unitCode: unit }));
  return { unitIds, personIds, officers };
}
