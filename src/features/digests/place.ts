/** What a button of a digest carries: of whom, which product, which days, and where it leads to a list, which. */
import { z } from "zod";
import { SEGMENT_SIZES } from "../../domain/digest/segments.ts";
import { PRODUCTS, RISK_TIERS, ZONES } from "../../domain/vocabulary.ts";

export const scopeRef = z.object({
  /** `nobody`: what no person keeps in that very unit. */
  kind: z.enum(["unit", "person", "nobody"]),
  id: z.string(),
  product: z.enum(PRODUCTS).optional(),
});
export type ScopeRef = z.infer<typeof scopeRef>;

export const digestPlace = z.object({ of: scopeRef, days: z.string() });
export type DigestPlace = z.infer<typeof digestPlace>;

export const DIGEST_FILES = ["picture", "xlsx"] as const;
export const digestFile = digestPlace.extend({ as: z.enum(DIGEST_FILES) });
export type DigestFile = z.infer<typeof digestFile>;

export const keepPlace = digestPlace.extend({ page: z.int().min(0) });
export type KeepPlace = z.infer<typeof keepPlace>;

export const listPlace = digestPlace.extend({ figure: z.string(), page: z.int().min(0) });
export type ListPlace = z.infer<typeof listPlace>;

export const segmentsPlace = digestPlace.extend({ page: z.int().min(0) });
export type SegmentsPlace = z.infer<typeof segmentsPlace>;

const segmentKey = z.object({
  ...{ zone: z.enum(ZONES), product: z.enum(PRODUCTS), tier: z.enum(RISK_TIERS), size: z.enum(SEGMENT_SIZES) },
});
export const segmentPlace = segmentsPlace.extend({ segment: segmentKey });
export type SegmentPlace = z.infer<typeof segmentPlace>;
