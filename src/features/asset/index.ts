/** A customer as an asset (R52): what other features may use. */
export { assetsOf, type CustomerAsset } from "./asset-of.ts";
export { assetLines, assetText, retentionPieces } from "./pieces.ts";
