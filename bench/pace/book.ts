/** The demonstration and two customers more, whose checks the bench lives: planned by the real rules, due today, on site. */
import { addMonths } from "../../src/domain/dates.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { buildDemonstration, DEMONSTRATION_TIME_ZONE } from "../../src/features/demonstration/index.ts";
import { planBorrowers } from "../../src/features/planning/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { localDate, momentAt } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { keepClock } from "../../src/platform/kept-clock.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import { aBorrower, aLoan } from "../../test/builders/index.ts";

/** Reads English, and has few other checks due. */
export const OFFICER = "U06GUOMIN";
const BEFORE_WORK = "08:40";
const HUNDREDTHS = 100n;

interface Customer {
  readonly name: string;
  readonly customerType: string;
  readonly product: string;
  /** Yuan. */
  readonly drawn: bigint;
  /** Since the last visit, and since the last one on site: so many that the next is due on site. */
  readonly months: number;
  readonly monthsOnSite: number;
}

/** In zone 1, with nothing open: exposure up to a million makes the check of the first a small one. */
export const SMALL: Customer = {
  name: "柳河镇福来小吃店",
  customerType: "sole_trader",
  product: "personal_business",
  drawn: 300_000n,
  months: 6,
  monthsOnSite: 12,
};
export const FULL: Customer = {
  name: "城南恒达机械制造有限公司",
  customerType: "mse",
  product: "working_capital",
  drawn: 12_000_000n,
  months: 3,
  monthsOnSite: 6,
};

/** In an empty folder, before the desk starts there. Each of the two has one loan, one piece of property and one guarantor. */
export async function writeBook(folder: string): Promise<void> {
  const config = loadConfig({ AFTERLOAN_DATA_DIR: folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config);
  try {
    parts.clocks.moveTo(
      momentAt(localDate(parts.clocks.now(), DEMONSTRATION_TIME_ZONE), BEFORE_WORK, DEMONSTRATION_TIME_ZONE),
    );
    await keepClock(parts);
    const demonstration = await buildDemonstration(parts);
    if (demonstration === undefined) throw new Error("the folder is not empty");
    const ids = [];
    for (const customer of [SMALL, FULL])
      ids.push(await writeCustomer(parts.database.db, customer, demonstration.today));
    const planned = await planBorrowers(systemContext(parts), ids, "bench");
    if (isRefusal(planned)) throw new Error(JSON.stringify(planned));
    if (planned.created !== ids.length) throw new Error(`planned ${planned.created} inspections`);
  } finally {
    await close();
  }
}

async function writeCustomer(db: Tx, customer: Customer, today: IsoDate): Promise<string> {
  const { personId, person } = await db.slackAccount.findFirstOrThrow({
    where: { userId: OFFICER },
    include: { person: true },
  });
  const lastVisitOn = addMonths(today, -customer.months);
  const { id: borrowerId } = await aBorrower(db, {
    name: customer.name,
    customerType: customer.customerType,
    unitId: person.unitId,
    ownerId: personId,
    // The loan is older: no first inspection of it is due.
    takeOnOn: addMonths(today, -customer.monthsOnSite - 1),
    lastVisitOn,
    lastInspectedOn: lastVisitOn,
    lastOnSiteOn: addMonths(today, -customer.monthsOnSite),
    signers: [{ name: "许文斌", title: "借款人" }],
  });
  const { id: loanId } = await aLoan(db, {
    borrowerId,
    product: customer.product,
    principalMinor: customer.drawn * HUNDREDTHS,
    drawnMinor: customer.drawn * HUNDREDTHS,
    disbursedOn: addMonths(today, -customer.monthsOnSite - 2),
    maturesOn: addMonths(today, 22),
    purpose: "采购原材料",
    asOf: today,
  });
  const known = { loanId, asOf: today, recordedAt: new Date(`${today}T00:00:00Z`) };
  await db.collateral.create({
    data: {
      ...known,
      number: "DY1",
      kind: "property",
      description: "房产，解放路12号，180平方米",
      currency: "CNY",
      valueMinor: customer.drawn * HUNDREDTHS * 2n,
      valuedOn: addMonths(today, -8),
    },
  });
  await db.guarantor.create({ data: { ...known, name: "吴静怡" } });
  return borrowerId;
}
