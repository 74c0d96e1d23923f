/** What the newest valuation says of a piece of collateral also stands in the book, from which its next valuation is counted (R59-R61). */
import { compareDates, isoDate } from "../../domain/dates.ts";
import { VALUE_CNY } from "../../domain/facts/kinds/of-collateral.ts";
import { factsOf } from "../../domain/signals/observed.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { bulkIn, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { bulkInsert, bulkUpdate, momentText } from "../../platform/storage/index.ts";
import { readAmount } from "../portfolio/index.ts";
import { FACT_CHANGE } from "./history.ts";

/** Valuations are told in yuan. */
const CURRENCY = "CNY";
const PIECE = { id: "text", valueMinor: "bigint", valuedOn: "text", recordedAt: "moment" } as const;

/** In the transaction of the facts. An older valuation than the one that stands there changes nothing: it is history. */
export async function tellCollateral(tx: Context, source: string, pieceIds: readonly string[]): Promise<void> {
  const ids = [...new Set(pieceIds)];
  const pieces = await tx.db.collateral.findMany({ where: { id: { in: ids }, currency: CURRENCY } });
  const told = await tx.db.observation.findMany({
    where: { subjectKind: "collateral", subjectId: { in: ids }, key: VALUE_CNY },
  });
  const today = localDate(tx.now, tx.policy.policy.calendar.time_zone);
  const recordedAt = momentText(tx.now.toJSDate());
  const changed = pieces.flatMap((piece) => {
    const ofPiece = told.filter(({ subjectId }) => subjectId === piece.id);
    const now = newest(piece, ofPiece, today);
    return now === undefined ? [] : [{ piece, now }];
  });
  const rows = changed.map(({ piece, now }) => ({ id: piece.id, ...now, recordedAt }));
  await bulkUpdate(bulkIn(tx), "Collateral", PIECE, rows);
  const history = changed.flatMap(({ piece, now }) => {
    const about = { subjectKind: "collateral", subjectId: piece.id, asOf: now.valuedOn, recordedAt, source };
    const fields = [
      { field: "valueMinor", before: String(piece.valueMinor), after: now.valueMinor },
      { field: "valuedOn", before: piece.valuedOn, after: now.valuedOn },
    ];
    return fields.filter(({ before, after }) => before !== after).map((one) => ({ id: newId(), ...about, ...one }));
  });
  await bulkInsert(bulkIn(tx), "FactChange", FACT_CHANGE, history);
}

type PieceRow = Awaited<ReturnType<Context["db"]["collateral"]["findMany"]>>[number];
type ObservationRow = Awaited<ReturnType<Context["db"]["observation"]["findMany"]>>[number];

function newest(piece: PieceRow, told: readonly ObservationRow[], today: IsoDate) {
  const facts = told.map((row) => ({ ...row, asOf: isoDate(row.asOf), recordedAt: row.recordedAt.toISOString() }));
  const last = factsOf(facts, VALUE_CNY, { asOf: today, reads: "confirmed" }).at(-1);
  if (last === undefined) return undefined;
  const order = piece.valuedOn === null ? 1 : compareDates(last.asOf, isoDate(piece.valuedOn));
  if (order < 0 || (order === 0 && last.recordedAt < piece.recordedAt.toISOString())) return undefined;
  const valueMinor = readAmount(last.value, CURRENCY, "major");
  if (valueMinor === undefined || (order === 0 && valueMinor === String(piece.valueMinor))) return undefined;
  return { valueMinor, valuedOn: last.asOf };
}
