/** What the customers' files hold when the demonstration begins: most of what the policy asks of new loans, with some of it lacking. */
import { customerFile, type FileEntry } from "../../domain/customer-file/index.ts";
import { addDays, compareDates } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { momentAt } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { filesOf, type KeptFile } from "../customer-files/index.ts";
import type { Chance } from "./random.ts";
import type { OwnedBorrower } from "./write-book.ts";

/** One new customer in so many lacks one paper. */
const LACKING_EVERY = 4;
/** Identity documents are good for three years: some grow stale in the weeks to come. */
const OLDEST_DAYS = 3 * 365 - 2;

interface Rules {
  readonly newRowId: () => string;
  readonly chance: Chance;
  readonly anchor: IsoDate;
}

export async function fileDocuments(tx: Context, book: readonly OwnedBorrower[], rules: Rules): Promise<void> {
  const owners = new Map(book.map(({ facts, ownerId }) => [facts.id, ownerId]));
  const files = await filesOf(tx, [...owners.keys()]);
  const rows = [...files.values()].flatMap((file, place) =>
    papersOf(tx, file, place, rules).map(({ document, reference, datedOn }) => ({
      ...{ id: rules.newRowId(), borrowerId: file.id, document, reference, datedOn },
      place: `DA-${file.number.slice(2)}`,
      filedById: owners.get(file.id) ?? "",
      filedAt: momentAt(datedOn, "17:00", tx.policy.policy.calendar.time_zone).toJSDate(),
    })),
  );
  await inTurns(rows, async (some) => {
    await tx.db.filedDocument.createMany({ data: some });
    return [];
  });
}

type Paper = Pick<FileEntry, "document" | "reference"> & { readonly datedOn: IsoDate };

/** Of a customer from before the book was taken on, the identity document alone was entered. */
function papersOf({ policy: { policy } }: Context, file: KeptFile, place: number, rules: Rules): Paper[] {
  const { takeOnOn, loans } = file.facts;
  const paidOut = loans.map(({ disbursedOn }) => disbursedOn).find((day) => compareDates(day, takeOnOn) >= 0);
  const asked = customerFile(policy, file.facts, file.today).filter(({ document }) => isPaper(policy, document));
  if (paidOut === undefined) {
    const datedOn = addDays(rules.anchor, -rules.chance.between(30, OLDEST_DAYS));
    return asked.filter(({ section }) => section === "identity").map((entry) => ({ ...entry, datedOn }));
  }
  const lacking = place % LACKING_EVERY === 0 ? asked[place % asked.length] : undefined;
  return asked.filter((entry) => entry !== lacking).map((entry) => ({ ...entry, datedOn: addDays(paidOut, -1) }));
}

/** No report or sheet of the desk's own stands for it. */
function isPaper({ documents }: Context["policy"]["policy"], document: string): boolean {
  return documents.customer_file.documents[document]?.also === undefined;
}
