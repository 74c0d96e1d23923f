/** The only credentials that the local workspace accepts. They are public, and open nothing anywhere else. */
export const localTokens = {
  botToken: "xoxb-local-workspace",
  appToken: "xapp-local-workspace",
  signingSecret: "local-workspace-signing-secret",
} as const;

const localForms: { name: RegExp; local: RegExp }[] = [
  { name: /^SLACK_.*TOKEN$/, local: /^x(oxb|oxp|app)-local-/ },
  { name: /^SLACK_(SIGNING|CLIENT|STATE)_SECRET$/, local: /^local-/ },
];
const anySlackToken = /^(xox[a-z]|xapp|xwfp)[-.]/;

/** True for a token or secret that only a local workspace would give out. */
export const isLocalCredential = (value: string): boolean => localForms.some((form) => form.local.test(value));

/**
 * Throws when the environment holds a Slack credential that is not of the local form, whatever its variable is called.
 * A demonstration must never run beside a real workspace's token. Values are not repeated in the message.
 */
export function refuseRealTokens(env: Record<string, string | undefined>): void {
  const real = Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined || value === "") return [];
    const form = localForms.find((candidate) => candidate.name.test(name));
    const refused = form ? !form.local.test(value) : anySlackToken.test(value) && !isLocalCredential(value);
    return refused ? [name] : [];
  });
  if (real.length === 0) return;
  throw new Error(
    `The local workspace does not start beside real Slack credentials: ${real.join(", ")}. Remove them from the environment, or start without the local workspace.`,
  );
}
