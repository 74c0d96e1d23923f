/** The app as Slack shows it to whoever sets it up, under the names of Slack's own pages: a guide can be followed here. */
import type { World } from "../world.ts";
import { escaped, head } from "./document.ts";

const STYLE = `<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
pre{overflow:auto;padding:1rem;border:1px solid}code,pre{font-family:ui-monospace,monospace}dt{font-weight:600}</style>`;

const code = (text: string) => `<code>${escaped(text)}</code>`;
const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${code(item)}</li>`).join("")}</ul>`;

export function appDocument({ options, url }: World): string {
  const { bot, commands, scopes, manifest, botToken, appToken, signingSecret } = options;
  const typed = [`SLACK_BOT_TOKEN=${botToken}`, `SLACK_APP_TOKEN=${appToken}`, `SLACK_API_URL=${url}/api/`];
  const granted = scopes === undefined ? "<p>Whatever it asks for.</p>" : list(scopes);
  return `${head(options.bot.name, STYLE)}<body><main>
<h1>${escaped(bot.name)}, as its app's page at Slack shows it</h1>
<p>Local demonstration: these tokens are public and open nothing outside this machine. At Slack the same pages stand at
api.slack.com/apps.</p>
<h2>Basic Information</h2>
<dl><dt>App ID</dt><dd>${code(bot.appId)}</dd><dt>Signing Secret (HTTP)</dt><dd>${code(signingSecret)}</dd>
<dt>App-Level Tokens, connections:write (Socket Mode)</dt><dd>${code(appToken)}</dd></dl>
<h2>OAuth &amp; Permissions</h2>
<dl><dt>Bot User OAuth Token</dt><dd>${code(botToken)}</dd></dl>
<h3>Bot Token Scopes, as granted at the installation</h3>${granted}
<h2>Slash Commands</h2>${list(commands.map(({ command, usageHint }) => `${command} ${usageHint}`))}
<h2>App Manifest</h2><pre>${escaped(manifest ?? "none was given")}</pre>
<h2>What another desk would be given</h2><pre>${escaped(typed.join("\n"))}</pre>
<p><a href="/">Back to the workspace</a></p></main></body></html>`;
}
