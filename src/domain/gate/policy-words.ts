/** The word lists of a policy, made ready once: a version never changes. */
import type { Policy } from "../policy/schema.ts";
import { type GateWords, gateWords } from "./words.ts";

const ready = new WeakMap<Policy, GateWords>();

export function wordsOf(policy: Policy): GateWords {
  const words = ready.get(policy) ?? gateWords(policy.gate.words);
  ready.set(policy, words);
  return words;
}
