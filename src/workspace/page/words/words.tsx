import { word as asWord, shape } from "../shape.ts";
import { useWorkspace } from "../surface.ts";
import { clockTime, slackDate } from "../zone.ts";
import { safeAddress } from "./address.ts";
import { withEmoji } from "./emoji.ts";
import { type Passage, type Run, readMrkdwn } from "./mrkdwn.ts";

/** Plain text: emoji names are drawn, nothing else. Takes Slack's text object or a string. */
export function PlainText({ text }: { text: unknown }) {
  const object = shape(text);
  const said = typeof text === "string" ? text : asWord(object.text);
  return <>{object.emoji === false ? said : withEmoji(said)}</>;
}

/** A text object of either kind. */
export function SlackText({ text }: { text: unknown }) {
  return shape(text).type === "mrkdwn" ? <Mrkdwn text={asWord(shape(text).text)} /> : <PlainText text={text} />;
}

export function Mrkdwn({ text }: { text: string }) {
  return <Passages passages={readMrkdwn(text)} />;
}

function Passages({ passages }: { passages: Passage[] }) {
  return (
    <span class="mrkdwn">
      {passages.map((passage, index) => (
        <PassageView passage={passage} key={index} />
      ))}
    </span>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  if (passage.kind === "pre") {
    return <pre>{passage.text}</pre>;
  }
  if (passage.kind === "quote") {
    return (
      <blockquote>
        <Passages passages={passage.passages} />
      </blockquote>
    );
  }
  if (passage.kind === "item") {
    return (
      <span class="line item" style={{ "--depth": passage.depth }}>
        <span class="marker">{passage.marker}</span>
        <span>
          <Runs runs={passage.runs} />
        </span>
      </span>
    );
  }
  return (
    <span class="line">
      <Runs runs={passage.runs} />
    </span>
  );
}

export function Runs({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map((run, index) => (
        <RunView run={run} key={index} />
      ))}
    </>
  );
}

const TAGS = { bold: "strong", italic: "em", strike: "s" } as const;

function RunView({ run }: { run: Run }) {
  switch (run.kind) {
    case "text":
      return <>{run.text}</>;
    case "code":
      return <code>{run.text}</code>;
    case "link":
      return <Link url={run.url} text={run.text} />;
    case "broadcast":
      return <span class="mention me">@{run.text}</span>;
    case "date":
      return <SlackDate seconds={run.seconds} format={run.format} url={run.url} fallback={run.text} />;
    case "user":
    case "channel":
    case "group":
      return <Mention kind={run.kind} id={run.id} text={run.text} />;
    default: {
      const Tag = TAGS[run.kind];
      return (
        <Tag>
          <Runs runs={run.runs} />
        </Tag>
      );
    }
  }
}

export function Link({ url, text }: { url: string; text: string }) {
  const address = safeAddress(url);
  const shown = withEmoji(text || url.replace(/^mailto:/, ""));
  return address === null ? (
    <span>{shown}</span>
  ) : (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {shown}
    </a>
  );
}

export function Mention({ kind, id, text }: { kind: "user" | "channel" | "group"; id: string; text: string }) {
  const { snapshot, go } = useWorkspace();
  if (kind === "channel") {
    const channel = snapshot.conversations.find((one) => one.id === id);
    return channel === undefined ? (
      <span class="mention">#{text || id}</span>
    ) : (
      <button type="button" class="mention" onClick={() => go({ at: "conversation", channel: id })}>
        #{channel.name}
      </button>
    );
  }
  const name = id === snapshot.bot.userId ? snapshot.bot.name : nameOf(snapshot.people, id);
  return <span class={`mention${id === snapshot.me.id ? " me" : ""}`}>@{name ?? (text || id)}</span>;
}

function nameOf(people: { id: string; name: string; realName: string }[], id: string): string | undefined {
  const person = people.find((one) => one.id === id);
  return person === undefined ? undefined : person.realName || person.name;
}

interface DateProps {
  seconds: number;
  format: string;
  url: string;
  fallback: string;
}

export function SlackDate({ seconds, format, url, fallback }: DateProps) {
  const { me } = useWorkspace().snapshot;
  const said = slackDate(seconds, format, me.timeZone, me.locale) ?? fallback;
  const title = Number.isFinite(seconds) ? clockTime(seconds * 1000, me.timeZone) : undefined;
  return url === "" ? <time title={title}>{said}</time> : <Link url={url} text={said} />;
}
