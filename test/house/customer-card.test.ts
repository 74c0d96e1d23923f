import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath, sourcePaths } from "./source.ts";

/** A file that draws something people read, and in it a customer's name. */
const DRAWS = /platform\/view\.ts"|slack\/render\.ts"/u;
const NAMES_A_CUSTOMER = /\bborrower\.name\b|\bborrowerName\b|\bcustomer\.name\b|\bmaskName\(/u;
const OPENS_THE_CARD = /\b(?:customerMore|customerButton|aboutCustomer|cardsMenu|cardButtons)\(|\bcards(?:\?\.)?\(/u;

/** A customer is named and no card opens from that file. Each with its reason. */
const NO_CARD: Readonly<Record<string, string>> = {
  "src/features/accounts/card-view.ts": "the card itself",
  "src/features/batch-checks/customer-lines.ts":
    "the words of a line: batch-view.ts draws it, with the cards below the page",
  "src/features/classification/messages.ts": "only in the title; the proposal below it, in pieces.ts, has the card",
  "src/features/measures/listeners.ts": "the head of a short form on top of the measure, which has the card",
  "src/features/measures/messages.ts": "only in the title; the measure below it, in measure-view.ts, has the card",
  "src/features/measures/offer-messages.ts":
    "only in the title; the measure below it, in measure-view.ts, has the card",
  "src/features/reviews/head-pieces.ts": "the head of a report: report-view.ts has the card among its buttons",
  "src/features/signals/forms.ts": "the head of a short form on top of the signal or the check, which have the card",
  "src/features/signals/listeners.ts": "the head of a short form on top of the signal, which has the card",
  "src/features/zones/messages.ts": "only in the title; what was asked for below it, in pieces.ts, has the card",
};

const needsCard = (text: string) => DRAWS.test(text) && NAMES_A_CUSTOMER.test(text) && !OPENS_THE_CARD.test(text);

describe("where a customer is named", () => {
  const without = sourcePaths("src/features", "commands").filter((path) =>
    needsCard(readFileSync(repositoryPath(path), "utf8")),
  );

  it("their card opens (R49), or it is said why not", () => {
    expect(without.filter((path) => NO_CARD[path] === undefined)).toEqual([]);
  });

  it("has no reason left over", () => {
    expect(Object.keys(NO_CARD).filter((path) => !without.includes(path))).toEqual([]);
  });

  it("looks: a list that names customers and opens nothing is found", () => {
    const list = 'import { bold } from "../../platform/view.ts";\nconst text = [bold(row.borrower.name)];';
    expect(needsCard(list)).toBe(true);
    expect(needsCard(`${list}\nconst more = customerMore(ctx, row.borrowerId);`)).toBe(false);
  });
});
