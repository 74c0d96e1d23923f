/** How a digest names what it is of, and the buttons that lead to another. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import type { Button } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Digest } from "./digest.ts";
import { OPEN_DIGEST } from "./ids.ts";
import type { DigestPlace } from "./place.ts";
import type { DigestScope } from "./scope.ts";

/** A unit or a person, with the product where the figures are of one. */
export function scopeName(t: Translate, { ref, name, above }: DigestScope): string {
  const whose = ref.kind === "nobody" ? t("digest.nobody_of", { unit: above?.name ?? "" }) : name;
  return ref.product === undefined
    ? whose
    : t("digest.name_and_product", { name: whose, product: t(`product.${ref.product}`) });
}

/** Names one after the other, as the language puts them. */
export const listed = (language: Language, names: readonly string[]): string =>
  names.join(language === "en" ? ", " : "、");

export function opensDigest(text: string, place: DigestPlace): Button {
  return { text, action: OPEN_DIGEST, value: JSON.stringify(place) };
}

export function placeOf({ scope, period }: Pick<Digest, "scope" | "period">): DigestPlace {
  return { of: scope.ref, days: `${period.from}..${period.to}` };
}
