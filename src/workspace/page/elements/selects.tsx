import type { WorkspaceSnapshot } from "../../contract.ts";
import { takesMany } from "../fields.ts";
import { say } from "../say.ts";
import { count, isShape, list, type Shape, shapes, textOf, word } from "../shape.ts";
import { type Surface, useSurface, useWorkspace, type Workspace } from "../surface.ts";
import { withEmoji } from "../words/emoji.ts";
import { type Choice, type ChoiceGroup, Combobox } from "./combobox.tsx";
import { type ElementProps, placeholderOf, useField } from "./element-props.ts";

function optionChoice(option: Shape): Choice {
  return {
    key: word(option.value),
    label: withEmoji(textOf(option.text)),
    description: withEmoji(textOf(option.description)),
    stored: option,
  };
}

function optionGroups(holder: Shape): ChoiceGroup[] {
  const groups = shapes(holder.option_groups);
  return groups.length > 0
    ? groups.map((group) => ({
        label: withEmoji(textOf(group.label)),
        choices: shapes(group.options).map(optionChoice),
      }))
    : [{ label: "", choices: shapes(holder.options).map(optionChoice) }];
}

function matching(groups: ChoiceGroup[], query: string): ChoiceGroup[] {
  const wanted = query.trim().toLowerCase();
  return groups
    .map(({ label, choices }) => ({
      label,
      choices: choices.filter((one) => one.label.toLowerCase().includes(wanted)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function idChoice(snapshot: WorkspaceSnapshot, id: string): Choice {
  return (
    [...people(snapshot), ...conversations(snapshot)].find(({ key }) => key === id) ?? {
      key: id,
      label: id,
      description: "",
      stored: id,
    }
  );
}

function people({ people: everyone }: WorkspaceSnapshot): Choice[] {
  return everyone.map(({ id, realName, name, title }) => ({
    key: id,
    label: realName || name,
    description: title,
    stored: id,
  }));
}

function conversations(snapshot: WorkspaceSnapshot): Choice[] {
  return snapshot.conversations.map(({ id, kind, name }) => ({
    key: id,
    label: kind === "channel" ? `# ${name}` : name,
    description: "",
    stored: id,
  }));
}

const QUIET_MS = 250;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, QUIET_MS));

async function external(element: Shape, blockId: string, query: string, workspace: Workspace, surface: Surface | null) {
  const least = count(element.min_query_length) ?? 3;
  if (query.trim().length < least) {
    return { groups: [], hint: say("Type at least {least} characters.", { least }) };
  }
  await pause();
  const view = surface !== null && "view" in surface.where ? surface.where.view : "";
  const answer = await workspace.act({ kind: "options", view, blockId, actionId: word(element.action_id), query });
  const groups = answer.ok ? optionGroups(answer.body).filter(({ choices }) => choices.length > 0) : [];
  return { groups, hint: answer.ok ? say("Nothing matches.") : answer.error };
}

function source(props: ElementProps, workspace: Workspace, surface: Surface | null) {
  const { element, blockId } = props;
  const type = word(element.type).replace(/^multi_/, "");
  const fixed: Record<string, () => ChoiceGroup[]> = {
    static_select: () => optionGroups(element),
    users_select: () => [{ label: "", choices: people(workspace.snapshot) }],
    conversations_select: () => [{ label: "", choices: conversations(workspace.snapshot) }],
    channels_select: () => [
      { label: "", choices: conversations(workspace.snapshot).filter(({ label }) => label.startsWith("#")) },
    ],
  };
  return async (query: string) =>
    type === "external_select"
      ? external(element, blockId, query, workspace, surface)
      : { groups: matching(fixed[type]?.() ?? [], query), hint: say("Nothing matches.") };
}

/** Every kind of select menu, with one choice or many. */
export function Select(props: ElementProps) {
  const { element, blockId, labels } = props;
  const workspace = useWorkspace();
  const surface = useSurface();
  const field = useField(props);
  const many = takesMany(word(element.type));
  const stored = many ? list(field.inner) : field.inner === null ? [] : [field.inner];
  const chosen = stored.map((one) => (isShape(one) ? optionChoice(one) : idChoice(workspace.snapshot, word(one))));
  const most = count(element.max_selected_items);
  const change = (next: Choice[]): void => {
    const inner = next.map((choice) => choice.stored);
    if (!many || most === undefined || inner.length <= most || inner.length < chosen.length) {
      void field.choose(many ? inner : (inner[0] ?? null));
    }
  };
  return (
    <Combobox
      labels={labels}
      placeholder={placeholderOf(element) || say("Choose…")}
      chosen={chosen}
      many={many}
      clearable={!labels.required && !props.dispatches}
      focusKey={`${blockId}/${word(element.action_id)}`}
      find={source(props, workspace, surface)}
      onChange={change}
    />
  );
}
