import { Avatar } from "./avatar.tsx";
import { ClockControl } from "./clock-control.tsx";
import { say } from "./say.ts";
import { useWorkspace } from "./surface.ts";

interface Props {
  online: boolean;
  sideOpen: boolean;
  onSide(): void;
  onAct(person: string): void;
}

/** Always in sight: that nothing here is real, who is acted as, and what day it is. */
export function TopBar({ online, sideOpen, onSide, onAct }: Props) {
  const { snapshot } = useWorkspace();
  return (
    <header class="top-bar">
      <button
        type="button"
        class="side-button"
        aria-label={say("Places")}
        aria-expanded={sideOpen}
        aria-controls="side-bar"
        onClick={onSide}
      >
        ☰
      </button>
      <p class="not-real">
        <strong>{say("Local demonstration")}</strong> <span>{say("not connected to Slack")}</span>
      </p>
      {!online && (
        <p class="offline" role="status">
          {say("Connecting again…")}
        </p>
      )}
      {snapshot.clock !== null && <ClockControl clock={snapshot.clock} />}
      <PersonSwitch onAct={onAct} />
    </header>
  );
}

function PersonSwitch({ onAct }: { onAct(person: string): void }) {
  const { me, people } = useWorkspace().snapshot;
  return (
    <label class="person">
      <span class="person-label">{say("Act as")}</span>
      <Avatar id={me.id} name={me.realName || me.name} bot={false} />
      <select value={me.id} onChange={(event) => onAct(event.currentTarget.value)}>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {`${person.realName || person.name}, ${person.title}`}
          </option>
        ))}
      </select>
    </label>
  );
}
