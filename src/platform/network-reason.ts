/** Why the network let something down, in Node's own code: ENOTFOUND, SELF_SIGNED_CERT_IN_CHAIN ... */
import { z } from "zod";

const coded = z.looseObject({ code: z.string() });
const caused = z.looseObject({ cause: z.unknown() });
const several = z.looseObject({ errors: z.array(z.unknown()).min(1) });

/** Node hides the reason below the failure of `fetch`, and once more below where several addresses were tried. */
export function networkReason(failure: unknown): string {
  if (failure instanceof Error && failure.name === "TimeoutError") {
    return "ETIMEDOUT";
  }
  const code = coded.safeParse(failure).data?.code;
  if (code !== undefined) {
    return code;
  }
  const below = several.safeParse(failure).data?.errors[0] ?? caused.safeParse(failure).data?.cause;
  return below === undefined ? "unknown" : networkReason(below);
}
