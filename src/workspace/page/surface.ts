import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { WorkspaceAct, WorkspaceSnapshot } from "../contract.ts";
import type { Answer } from "./connection.ts";
import type { Values } from "./fields.ts";
import type { Shape } from "./shape.ts";

type Without<Each, Key extends string> = Each extends unknown ? Omit<Each, Key> : never;
/** What a person does; who does it is added on the way out. */
export type Deed = Without<WorkspaceAct, "as">;
export type Where = Extract<WorkspaceAct, { kind: "block_action" }>["where"];

/** Where the person is: the app's Home tab or a conversation, perhaps with a thread beside it. */
export type Place = { at: "home" } | { at: "conversation"; channel: string; thread?: string };

/** What was typed into one view or message. It outlives the drawing, so a covered modal keeps its input. */
export interface Form {
  values: Values;
  /** Block id to what the page itself refuses to send. */
  complaints: Record<string, string>;
  /** Block ids changed since the server's errors were told. */
  mended: Set<string>;
}

export interface Workspace {
  snapshot: WorkspaceSnapshot;
  act(deed: Deed): Promise<Answer>;
  refresh(): Promise<void>;
  /** Shows a Slack confirm object; true when the person confirms. */
  ask(confirm: Shape): Promise<boolean>;
  form(key: string): Form;
  drafts: Map<string, string>;
  go(place: Place): void;
  say(notice: string | null): void;
}

/** One view or message whose blocks are being drawn. */
export interface Surface {
  where: Where;
  form: Form;
  problems: Record<string, string>;
  redraw(): void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);
export const SurfaceContext = createContext<Surface | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) {
    throw new Error("Drawn outside the workspace.");
  }
  return workspace;
}

/** Null where nothing can be operated: a card in a preview, a table cell. */
export function useSurface(): Surface | null {
  return useContext(SurfaceContext);
}

export function newForm(): Form {
  return { values: {}, complaints: {}, mended: new Set() };
}
