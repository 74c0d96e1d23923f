import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../say.ts";
import type { Shape } from "../shape.ts";
import { type Labels, named } from "./element-props.ts";
import { ListPopup } from "./popup.tsx";

export interface Choice {
  key: string;
  label: string;
  description: string;
  /** What is stored: Slack's option object, or an id. */
  stored: Shape | string;
}

export interface ChoiceGroup {
  label: string;
  choices: Choice[];
}

interface Props {
  labels: Labels;
  placeholder: string;
  chosen: Choice[];
  many: boolean;
  clearable: boolean;
  focusKey: string;
  /** Groups that match; `hint` stands in an empty list. */
  find(query: string): Promise<{ groups: ChoiceGroup[]; hint: string }>;
  onChange(chosen: Choice[]): void;
}

interface Found {
  groups: ChoiceGroup[];
  hint: string;
}

const nothing = (): Found => ({ groups: [], hint: say("Looking…") });

function useFound(open: boolean, query: string, find: Props["find"]): Found {
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    let current = true;
    if (open) {
      void find(query).then((answer) => current && setFound(answer));
    } else {
      setFound(nothing());
    }
    return () => {
      current = false;
    };
  }, [open, query]);
  return found;
}

interface Picker {
  open: boolean;
  query: string;
  active: number;
  found: Found;
  flat: Choice[];
  show(query: string): void;
  hide(): void;
  move(active: number): void;
  pick(choice: Choice): void;
}

function usePicker({ chosen, many, find, onChange }: Props): Picker {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useFound(open, query, find);
  const flat = found.groups.flatMap((group) => group.choices);
  const hide = (): void => {
    setOpen(false);
    setQuery("");
    setActive(0);
  };
  const pick = (choice: Choice): void => {
    const already = chosen.some(({ key }) => key === choice.key);
    if (many) {
      onChange(already ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice]);
      setQuery("");
    } else {
      hide();
      onChange([choice]);
    }
  };
  const show = (next: string): void => {
    setOpen(true);
    setQuery(next);
    setActive(0);
  };
  return { open, query, active, found, flat, show, hide, move: setActive, pick };
}

type Press = (picker: Picker) => void;

function step(by: number): Press {
  return (picker) => {
    const next = Math.max(0, Math.min(picker.flat.length - 1, picker.active + by));
    picker.open ? picker.move(next) : picker.show("");
  };
}

const PRESSES: Record<string, Press> = {
  ArrowDown: step(1),
  ArrowUp: step(-1),
  Enter(picker) {
    const active = picker.flat[picker.active];
    picker.open && active !== undefined ? picker.pick(active) : picker.show("");
  },
  Escape: (picker) => picker.hide(),
};

function keyboard(event: KeyboardEvent, picker: Picker): void {
  const press = event.isComposing ? undefined : PRESSES[event.key];
  // A closed list leaves Escape to the dialog around it.
  if (press !== undefined && (picker.open || event.key !== "Escape")) {
    event.preventDefault();
    event.stopPropagation();
    press(picker);
  }
}

/** A text field with a list: one choice or many, searched by typing, by mouse or keyboard. */
export function Combobox(props: Props) {
  const picker = usePicker(props);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { labels, chosen, many } = props;
  const shown = picker.open || many ? picker.query : (chosen[0]?.label ?? "");
  const listId = `${labels.id}-list`;
  return (
    <div class={`combobox${labels.invalid ? " invalid" : ""}`} ref={box}>
      {many && <Chips chosen={chosen} onRemove={picker.pick} />}
      <input
        {...named(labels)}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={picker.open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={picker.open && picker.flat.length > 0 ? `${listId}-${picker.active}` : undefined}
        data-focus={props.focusKey}
        placeholder={chosen.length > 0 && !many ? chosen[0]?.label : props.placeholder}
        value={shown}
        onClick={() => !picker.open && picker.show("")}
        onInput={(event) => picker.show(event.currentTarget.value)}
        onKeyDown={(event) => keyboard(event, picker)}
        onBlur={picker.hide}
      />
      {props.clearable && chosen.length > 0 && !many && (
        <button type="button" class="clear" aria-label={say("Clear")} onClick={() => props.onChange([])}>
          ×
        </button>
      )}
      <span class="caret" aria-hidden="true" />
      {picker.open && <Choices id={listId} picker={picker} chosen={chosen} many={many} anchor={box.current} />}
    </div>
  );
}

function Chips({ chosen, onRemove }: { chosen: Choice[]; onRemove(choice: Choice): void }) {
  return (
    <>
      {chosen.map((choice) => (
        <span class="chip" key={choice.key}>
          {choice.label}
          <button
            type="button"
            aria-label={say("Remove {name}", { name: choice.label })}
            onClick={() => onRemove(choice)}
          >
            ×
          </button>
        </span>
      ))}
    </>
  );
}

interface ChoicesProps {
  id: string;
  picker: Picker;
  chosen: Choice[];
  many: boolean;
  anchor: HTMLElement | null;
}

function Choices({ id, picker, chosen, many, anchor }: ChoicesProps) {
  let at = -1;
  const isChosen = (choice: Choice): boolean => chosen.some(({ key }) => key === choice.key);
  return (
    <ListPopup anchor={anchor} wide>
      <div role="listbox" id={id} aria-multiselectable={many} tabIndex={-1}>
        {picker.flat.length === 0 && <p class="nothing">{picker.found.hint}</p>}
        {picker.found.groups.map((group, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, a fieldset holds controls
          <div role="group" aria-label={group.label || undefined} key={index}>
            {group.label !== "" && (
              <div class="group" aria-hidden="true">
                {group.label}
              </div>
            )}
            {group.choices.map((choice) => {
              at += 1;
              return (
                <Option
                  key={choice.key}
                  id={`${id}-${at}`}
                  at={at}
                  picker={picker}
                  choice={choice}
                  chosen={isChosen(choice)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </ListPopup>
  );
}

interface OptionProps {
  id: string;
  at: number;
  picker: Picker;
  choice: Choice;
  chosen: boolean;
}

function Option({ id, at, picker, choice, chosen }: OptionProps) {
  const active = at === picker.active;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) {
      row.current?.scrollIntoView({ block: "nearest" });
    }
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works the text field, which names the active option
    <div
      ref={row}
      role="option"
      id={id}
      tabIndex={-1}
      class={`choice${active ? " active" : ""}`}
      aria-selected={chosen}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !active && picker.move(at)}
      onClick={() => picker.pick(choice)}
    >
      <span>
        {choice.label}
        {choice.description !== "" && <small>{choice.description}</small>}
      </span>
      {chosen && <span aria-hidden="true">✓</span>}
    </div>
  );
}
