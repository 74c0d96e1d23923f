/** What a picture shows of itself: how it looks, and the day that its camera wrote into it. */
import { lookOf } from "../../domain/gate/picture-look.ts";
import { greyOf } from "./grey.ts";
import { takenOn } from "./taken-on.ts";

const PICTURES: readonly string[] = ["image/jpeg", "image/png"];

export async function seenIn({
  mimetype,
  bytes,
}: {
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}): Promise<{ lookHash?: string; takenOn?: string }> {
  if (!PICTURES.includes(mimetype)) {
    return {};
  }
  const [grey, on] = [await greyOf(bytes), takenOn(bytes)];
  const lookHash = grey === undefined ? undefined : lookOf(grey);
  return { ...(lookHash === undefined ? {} : { lookHash }), ...(on === undefined ? {} : { takenOn: on }) };
}
