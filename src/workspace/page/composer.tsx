import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { WorkspaceSnapshot } from "../contract.ts";
import { say } from "./say.ts";
import { useWorkspace, type Workspace } from "./surface.ts";

type Command = WorkspaceSnapshot["commands"][number];

interface Props {
  channel: string;
  threadTs?: string;
  label: string;
}

function suggested(commands: Command[], text: string): Command[] {
  return /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text)) : [];
}

/** The words of the command that is being typed after its name: what Slack calls the usage hint. */
function hintFor(commands: Command[], text: string): string {
  const found = commands.find(({ command }) => text.startsWith(`${command} `));
  return found === undefined ? "" : `${found.command} ${found.usageHint}`;
}

interface Sent {
  done: boolean;
  refusal: string;
}

async function send(workspace: Workspace, { channel, threadTs }: Props, typed: string): Promise<Sent> {
  const text = typed.trim();
  if (!text.startsWith("/")) {
    const answer = await workspace.act({ kind: "say", channel, text, ...(threadTs === undefined ? {} : { threadTs }) });
    return { done: answer.ok, refusal: "" };
  }
  const [, command = "", words = ""] = /^(\/\S*)\s*(.*)$/s.exec(text) ?? [];
  if (threadTs !== undefined) {
    return {
      done: false,
      refusal: say("{command} cannot be used in a thread. Slack takes commands in conversations only.", { command }),
    };
  }
  if (!workspace.snapshot.commands.some((one) => one.command === command)) {
    return {
      done: false,
      refusal: say("{command} is not a command here. A message that begins with / is taken for one.", { command }),
    };
  }
  const answer = await workspace.act({ kind: "command", channel, command, text: words });
  return { done: answer.ok, refusal: "" };
}

interface Draft {
  text: string;
  refusal: string;
  active: number;
  write(text: string): void;
  aim(active: number): void;
  submit(): Promise<void>;
}

function useDraft(props: Props): Draft {
  const workspace = useWorkspace();
  const key = `${props.channel}/${props.threadTs ?? ""}`;
  const [text, setText] = useState(workspace.drafts.get(key) ?? "");
  const [refusal, setRefusal] = useState("");
  const [active, aim] = useState(0);
  const write = (next: string): void => {
    workspace.drafts.set(key, next);
    setText(next);
    setRefusal("");
    aim(0);
  };
  const submit = async (): Promise<void> => {
    if (text.trim() === "") {
      return;
    }
    write("");
    const sent = await send(workspace, props, text);
    // What could not be sent comes back, unless something else was begun in the meantime.
    if (!sent.done && (workspace.drafts.get(key) ?? "") === "") {
      write(text);
    }
    setRefusal(sent.refusal);
  };
  return { text, refusal, active, write, aim, submit };
}

export function Composer(props: Props) {
  const { snapshot } = useWorkspace();
  const draft = useDraft(props);
  const id = useId();
  const [dismissed, setDismissed] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const commands = props.threadTs === undefined ? snapshot.commands : [];
  const offers = dismissed === draft.text ? [] : suggested(commands, draft.text);
  const offer = offers[draft.active];
  useLayoutEffect(() => {
    if (box.current !== null) {
      box.current.style.height = "auto";
      box.current.style.height = `${box.current.scrollHeight}px`;
    }
  }, [draft.text]);
  const take = (command: Command): void => {
    draft.write(`${command.command} `);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const whole = offers.length === 1 && offer?.command === draft.text;
    if (event.isComposing || event.shiftKey) {
      return;
    }
    if (offer !== undefined && !whole && ["Enter", "Tab", "ArrowDown", "ArrowUp", "Escape"].includes(event.key)) {
      event.preventDefault();
      steer(event.key, { draft, offers, take: () => take(offer), dismiss: () => setDismissed(draft.text) });
    } else if (event.key === "Enter") {
      event.preventDefault();
      void draft.submit();
    }
  };
  const hint = hintFor(commands, draft.text);
  return (
    <div class="composer">
      {offers.length > 0 && <Offers id={`${id}-offers`} offers={offers} active={draft.active} onTake={take} />}
      {draft.refusal !== "" && (
        <p role="alert" class="problem">
          {draft.refusal}
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          aria-label={props.label}
          placeholder={props.label}
          aria-autocomplete="list"
          aria-controls={offers.length > 0 ? `${id}-offers` : undefined}
          aria-activedescendant={offers.length > 0 ? `${id}-offers-${draft.active}` : undefined}
          aria-describedby={hint === "" ? undefined : `${id}-hint`}
          data-focus-home={props.threadTs === undefined ? true : undefined}
          value={draft.text}
          onInput={(event) => draft.write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="button primary send"
          aria-disabled={draft.text.trim() === ""}
          onClick={() => void draft.submit()}
        >
          {say("Send")}
        </button>
      </div>
      <p class="composer-hint" id={`${id}-hint`}>
        {hint ||
          say(
            commands.length > 0
              ? "Type / for commands. Enter sends, Shift+Enter begins a new line."
              : "Enter sends, Shift+Enter begins a new line.",
          )}
      </p>
    </div>
  );
}

interface Steering {
  draft: Draft;
  offers: Command[];
  take(): void;
  dismiss(): void;
}

function steer(key: string, { draft, offers, take, dismiss }: Steering): void {
  const last = offers.length - 1;
  if (key === "ArrowDown") {
    draft.aim(Math.min(last, draft.active + 1));
  } else if (key === "ArrowUp") {
    draft.aim(Math.max(0, draft.active - 1));
  } else if (key === "Escape") {
    dismiss();
  } else {
    take();
  }
}

interface OffersProps {
  id: string;
  offers: Command[];
  active: number;
  onTake(command: Command): void;
}

function Offers({ id, offers, active, onTake }: OffersProps) {
  return (
    <div class="offers" role="listbox" id={id} aria-label={say("Commands")} tabIndex={-1}>
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works the text field, which names the active option
        <div
          role="option"
          key={offer.command}
          id={`${id}-${index}`}
          tabIndex={-1}
          class={`choice${index === active ? " active" : ""}`}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
        >
          <span>
            <strong>{offer.command}</strong> <span class="quiet">{offer.usageHint}</span>
            <small>{offer.description}</small>
          </span>
        </div>
      ))}
    </div>
  );
}
