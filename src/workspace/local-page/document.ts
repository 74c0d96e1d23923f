import type { Person, World } from "../world.ts";
import { conversationsOf, messagesFor } from "./snapshot.ts";

/** Stands on every page, also without scripts. */
const demonstrationNote = "Local demonstration. Nothing here reaches Slack or anybody outside this machine.";

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const head = (name: string, extra: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<title>${escaped(name)} · local demonstration</title>${extra}</head>`;

/** The page proper: one script, one style sheet. */
export const pageDocument = (
  world: World,
): string => `${head(world.options.bot.name, '<link rel="stylesheet" href="/_local/page.css">')}
<body data-note="${escaped(demonstrationNote)}"><div id="root"></div>
<noscript><p>${escaped(demonstrationNote)} This page needs JavaScript.</p></noscript>
<script type="module" src="/_local/page.js"></script></body></html>`;

/** A plain list for when there is no page to build: who is there, and what was said to one of them. */
export function plainDocument(world: World, me: Person | undefined): string {
  const people = [...world.people.values()].filter((person) => !person.isBot && !person.deleted);
  const links = people.map(
    (person) => `<li><a href="/?as=${encodeURIComponent(person.id)}">${escaped(person.realName)}</a></li>`,
  );
  const said = (me ? conversationsOf(world, me) : []).flatMap((conversation) =>
    messagesFor(world, conversation, me?.id ?? "").map((message) => `<li>${escaped(message.text)}</li>`),
  );
  return `${head(world.options.bot.name, "")}<body><p>${escaped(demonstrationNote)}</p><ul>${links.join("")}</ul><ol>${said.join("")}</ol></body></html>`;
}
