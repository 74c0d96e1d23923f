import { actorOf, type Hall } from "../acts/hall.ts";
import { perform } from "../acts/perform.ts";
import type { WorkspaceAct } from "../contract.ts";
import { storeFile } from "../records/files.ts";
import type { Control } from "../records/view-values.ts";
import { topModal } from "../records/views.ts";
import type { View } from "../world.ts";
import {
  chosenValue,
  dispatches,
  type Entries,
  isChosen,
  isFileInput,
  isTyped,
  optionNamed,
  optionsOf,
  typedValue,
} from "./entries.ts";
import { until } from "./patience.ts";
import {
  conversationNamed,
  findControl,
  homeOf,
  modalOf,
  newestMessages,
  type ShownMessage,
  type Surface,
  surfaceOfMessage,
  surfaceOfView,
} from "./surfaces.ts";

/** Where to look for a control, and for how long. */
export interface Where {
  /** Only here: a message, the Home tab or the modal. Without it: the open modal, else Home after opensHome, else messages, newest first. */
  in?: ShownMessage | "home" | "modal";
  /** The block that shows this text, or what stands directly under it. */
  beside?: string;
  /** Milliseconds to wait for the control to appear; default 1,000. */
  patience?: number;
  /** False declines the confirmation dialog. */
  confirm?: boolean;
}

/** One person at work: what they typed, and where they look. */
export interface Desk {
  hall: Hall;
  id: string;
  entries: Entries;
  place: "home" | "messages";
}

const defaultPatienceMs = 1000;

function surfacesOf(desk: Desk, where: Where): Surface[] {
  const { world } = desk.hall;
  const modal = modalOf(world, desk.id);
  const home = homeOf(world, desk.id);
  if (typeof where.in === "object") {
    const { channel, ts } = where.in;
    return newestMessages(world, desk.id)
      .filter((message) => message.channel === channel && message.ts === ts)
      .map(surfaceOfMessage);
  }
  if (where.in === "modal" || (modal && where.in === undefined)) return modal ? [surfaceOfView(modal)] : [];
  const homes = home ? [surfaceOfView(home)] : [];
  if (where.in === "home") return homes;
  const messages = newestMessages(world, desk.id).map(surfaceOfMessage);
  return desk.place === "home" ? [...homes, ...messages] : [...messages, ...homes];
}

async function locate(desk: Desk, name: string, fits: (control: Control) => boolean, where: Where) {
  const look = () => {
    for (const surface of surfacesOf(desk, where)) {
      const control = findControl(surface, name, fits, where.beside);
      if (control) return { surface, control };
    }
    return undefined;
  };
  return await until(desk.hall.world, look, where.patience ?? defaultPatienceMs, () => {
    const surfaces = surfacesOf(desk, where).slice(0, 3);
    const shown = surfaces.map((one) => `${one.name}: ${JSON.stringify(one.blocks).slice(0, 600)}`).join("\n");
    return `${desk.id} does not see "${name}"${where.beside ? ` beside "${where.beside}"` : ""}. On screen:\n${shown || "nothing"}`;
  });
}

async function act(desk: Desk, what: WorkspaceAct): Promise<void> {
  const answer = await perform(desk.hall, what);
  await desk.hall.world.activity.quiet();
  if (!answer.ok) throw new Error(answer.error);
}

const viewIn = (desk: Desk, surface: Surface): View | undefined => {
  const { world } = desk.hall;
  const id = "view" in surface.where ? surface.where.view : "";
  const home = world.homes.get(desk.id);
  return world.views.get(id) ?? (home?.id === id ? home : undefined);
};

async function dispatch(desk: Desk, surface: Surface, control: Control, payload: Record<string, unknown>) {
  const view = viewIn(desk, surface);
  await act(desk, {
    as: desk.id,
    kind: "block_action",
    where: surface.where,
    blockId: control.blockId,
    actionId: control.actionId,
    payload,
    values: view ? desk.entries.of(view) : undefined,
  });
}

/** Sets a control: kept as typed in a view, sent at once where the control dispatches. */
async function enter(desk: Desk, found: Found, value: Record<string, unknown>, pressedEnter: boolean): Promise<void> {
  const { surface, control } = found;
  const view = viewIn(desk, surface);
  if (view) desk.entries.set(view, control, value);
  if (view && !dispatches(control, pressedEnter)) return;
  const { type: _type, ...payload } = value;
  await dispatch(desk, surface, control, payload);
}

type Found = Awaited<ReturnType<typeof locate>>;

async function choicesFor(desk: Desk, found: Found, wanted: string[], query?: string) {
  const { control, surface } = found;
  if (/users|conversations|channels/.test(control.type)) return wanted;
  if (!control.type.includes("external")) return wanted.map((text) => optionNamed(optionsOf(control.element), text));
  const view = viewIn(desk, surface);
  const picked = [];
  for (const text of wanted) {
    const place = { view: view?.id ?? "", blockId: control.blockId, actionId: control.actionId };
    const answer = await perform(desk.hall, { as: desk.id, kind: "options", ...place, query: query ?? text });
    if (!answer.ok) throw new Error(answer.error);
    picked.push(optionNamed(optionsOf({ ...answer }), text));
  }
  return picked;
}

function openModal(desk: Desk): Promise<View> {
  const { world } = desk.hall;
  return until(
    world,
    () => topModal(world, desk.id),
    defaultPatienceMs,
    () => `${desk.id} has no modal open.`,
  );
}

async function say(desk: Desk, text: string, place: { in?: string; thread?: string } = {}): Promise<void> {
  const { world } = desk.hall;
  const channel = conversationNamed(world, desk.id, place.in).id;
  desk.place = "messages";
  if (!text.startsWith("/")) {
    await act(desk, { as: desk.id, kind: "say", channel, text, threadTs: place.thread });
    return;
  }
  const [command = "", ...words] = text.split(" ");
  await act(desk, { as: desk.id, kind: "command", channel, command, text: words.join(" ") });
}

async function submitModal(desk: Desk, twice: boolean): Promise<void> {
  const view = await openModal(desk);
  if (!view.submit) throw new Error(`The modal "${String(view.title.text)}" has no submit button.`);
  const submission: WorkspaceAct = { as: desk.id, kind: "submit", view: view.id, values: desk.entries.of(view) };
  await Promise.all(twice ? [act(desk, submission), act(desk, submission)] : [act(desk, submission)]);
}

/** Everything a person can do; each step ends when the app has acknowledged and all is quiet. */
export function stepsAt(desk: Desk) {
  const { hall, id } = desk;
  return {
    async opensHome() {
      desk.place = "home";
      await act(desk, { as: id, kind: "open_home" });
    },
    wantsQuiet: (from: Date, until: Date) => {
      actorOf(hall.world, id).quiet = { from: from.getTime(), until: until.getTime() };
    },
    says: (text: string, place?: { in?: string; thread?: string }) => say(desk, text, place),
    async clicks(name: string, where: Where = {}) {
      const { surface, control } = await locate(desk, name, (one) => one.type.endsWith("button"), where);
      if (control.element.confirm !== undefined && where.confirm === false) return;
      await dispatch(desk, surface, control, {});
    },
    async choosesInMenu(entry: string, { channel, ts }: { channel: string; ts: string }) {
      const shortcuts = hall.world.options.shortcuts ?? [];
      const callbackId = shortcuts.find(({ name }) => name === entry)?.callbackId ?? entry;
      await act(desk, { as: id, kind: "message_shortcut", channel, ts, callbackId });
    },
    async fills(name: string, value: string, where: Where & { enter?: boolean } = {}) {
      const found = await locate(desk, name, isTyped, where);
      await enter(desk, found, typedValue(found.control, value), where.enter ?? false);
    },
    async chooses(name: string, choice: string | string[], where: Where & { query?: string } = {}) {
      const found = await locate(desk, name, isChosen, where);
      if (found.control.element.confirm !== undefined && where.confirm === false) return;
      const chosen = await choicesFor(desk, found, [choice].flat(), where.query);
      await enter(desk, found, chosenValue(found.control, chosen), false);
    },
    async attaches(name: string, ...files: { name: string; bytes: Uint8Array }[]) {
      const found = await locate(desk, name, isFileInput, {});
      const stored = files.map((file) => storeFile(hall.world, id, file.name, Buffer.from(file.bytes)));
      const value = { type: "file_input", files: stored.map((file) => ({ id: file.id })) };
      await enter(desk, found, value, false);
    },
    submits: (how: { twice?: boolean } = {}) => submitModal(desk, how.twice ?? false),
    async closes(how: { all?: boolean } = {}) {
      const view = await openModal(desk);
      await act(desk, { as: id, kind: "close", view: view.id, clearAll: how.all ?? false });
    },
  };
}
