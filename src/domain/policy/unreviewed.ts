/** How many rules of a policy compliance has yet to read in the original: those marked `needs_legal_review`. Pure. */
export function countUnreviewed(policy: unknown): number {
  if (typeof policy !== "object" || policy === null) return 0;
  const own = "needs_legal_review" in policy && policy.needs_legal_review === true ? 1 : 0;
  return Object.values(policy).reduce<number>((sum, member) => sum + countUnreviewed(member), own);
}
