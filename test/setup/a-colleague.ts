/** Somebody of the bank in the local workspace, in Shanghai. Without an address given, one is made of their Slack id. */
import type { PersonSeed } from "../../src/workspace/workspace.ts";

export function aColleague(id: string, name: string, wishes: Partial<PersonSeed> = {}): PersonSeed {
  return {
    id,
    name,
    realName: name,
    title: "",
    email: `${id.toLowerCase()}@bank.example`,
    locale: "en-US",
    timeZone: "Asia/Shanghai",
    ...wishes,
  };
}
