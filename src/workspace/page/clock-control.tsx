import { useEffect, useRef, useState } from "preact/hooks";
import type { WorkspaceClockMove, WorkspaceSnapshot } from "../contract.ts";
import { postClock } from "./connection.ts";
import { say, spokenLocale } from "./say.ts";
import { useWorkspace } from "./surface.ts";
import { clockTime, localMinute, shortDay } from "./zone.ts";

interface Props {
  clock: NonNullable<WorkspaceSnapshot["clock"]>;
}

function useMoving(): { moving: boolean; move(to: WorkspaceClockMove): Promise<void> } {
  const { refresh, say } = useWorkspace();
  const [moving, setMoving] = useState(false);
  return {
    moving,
    async move(to) {
      if (moving) {
        return;
      }
      setMoving(true);
      const answer = await postClock(to);
      await refresh();
      say(answer.ok ? answer.notice : answer.error);
      setMoving(false);
    },
  };
}

/** The business clock: what day it is for the bank, and two ways to move it on. */
export function ClockControl({ clock }: Props) {
  const { moving, move } = useMoving();
  const [jumping, setJumping] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const moment = Date.parse(clock.now);
  const leave = (): void => {
    setJumping(false);
    opener.current?.focus();
  };
  return (
    <section class="clock" aria-label={say("Business clock")} aria-busy={moving}>
      <p class="now" role="status">
        <strong>
          <time dateTime={localMinute(moment, clock.timeZone)}>{shortDay(moment, clock.timeZone)}</time>
        </strong>{" "}
        <span>{clockTime(moment, clock.timeZone)}</span>
      </p>
      <button type="button" class="button" aria-disabled={moving} onClick={() => void move({ to: "next_morning" })}>
        {say(moving ? "Moving…" : "Next morning")}
      </button>
      <button type="button" class="button" ref={opener} aria-expanded={jumping} onClick={() => setJumping(!jumping)}>
        <span>
          {say("Jump")}
          <span class="when-wide">{say("{gap}to date", { gap: spokenLocale().startsWith("zh") ? "" : " " })}</span>…
        </span>
      </button>
      {jumping && (
        <Jump
          from={localMinute(moment, clock.timeZone)}
          onLeave={leave}
          onJump={(date, time) => {
            leave();
            void move({ to: "date", date, ...(time === "" ? {} : { time }) });
          }}
        />
      )}
    </section>
  );
}

interface JumpProps {
  /** `YYYY-MM-DDTHH:MM` */
  from: string;
  onJump(date: string, time: string): void;
  onLeave(): void;
}

function Jump({ from, onJump, onLeave }: JumpProps) {
  const [date, setDate] = useState(from.slice(0, 10));
  const [time, setTime] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="jump"
      aria-label={say("Jump to a date")}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
      onSubmit={(event) => {
        event.preventDefault();
        if (date !== "") {
          onJump(date, time);
        }
      }}
    >
      <label>
        {say("Date")}
        <input type="date" ref={first} required value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>
      <label>
        {say("Time")} <span class="optional">{say("(optional)")}</span>
        <input type="time" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button primary">
        {say("Jump")}
      </button>
    </form>
  );
}
