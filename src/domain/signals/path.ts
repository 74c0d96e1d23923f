/** How much a signal of a code asks for: by the product of its loan, and by how soon its fact was gone again (handbook 2.4). Pure. */
import type { SignalLevel, SignalPath } from "../vocabulary.ts";
import type { SignalRule } from "./rule.ts";

type PathRule = Pick<SignalRule, "path" | "paths" | "quiet">;

/** Before anything was cured. */
export function pathOf({ path, paths = [], quiet }: PathRule, product: string): SignalPath {
  if (quiet === true) return "quiet";
  const own = paths.find((one) => one.cured_within_days === undefined && isFor(one, product));
  return own?.path ?? path;
}

/** Once the fact is gone. A signal that got worse, or that people work on, keeps the path that it has. */
export function pathWhenCured(
  { level: first, paths = [] }: PathRule & Pick<SignalRule, "level">,
  product: string,
  { path, level, state, lastedDays }: { path: SignalPath; level: SignalLevel; state: string; lastedDays: number },
): SignalPath {
  if (path !== "full" || level !== first || !isUntouched(state)) return path;
  const own = paths.find(
    (one) => one.cured_within_days !== undefined && lastedDays <= one.cured_within_days && isFor(one, product),
  );
  return own?.path ?? path;
}

/** Nobody has begun to verify it, or to plan. */
export function isUntouched(state: string): boolean {
  return state === "raised" || state === "acknowledged";
}

function isFor({ products }: { readonly products?: readonly string[] | undefined }, product: string): boolean {
  return products === undefined || products.some((one) => one === product);
}
