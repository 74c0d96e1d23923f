import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { WorkspaceView } from "../contract.ts";
import { Blocks } from "./blocks/block.tsx";
import { useOpenDialog } from "./confirm.tsx";
import { fieldsOf } from "./fields.ts";
import { Notice } from "./notice.tsx";
import { say } from "./say.ts";
import { type Surface, SurfaceContext, useWorkspace } from "./surface.ts";
import { checked, dispatchedValues, formKey, useBlocks } from "./use-surface.ts";

interface StackProps {
  views: WorkspaceView[];
  notice: string | null;
}

/** The top view of the stack in one dialog; those below wait with what was typed into them. */
export function ModalStack({ views, notice }: StackProps) {
  const top = views.at(-1);
  return top === undefined ? null : <Modal view={top} depth={views.length} notice={notice} />;
}

interface Props {
  view: WorkspaceView;
  depth: number;
  notice: string | null;
}

const FIRST_CONTROL = "[data-control]:not([disabled]), [data-control] input";

/** Of radio buttons the chosen one, as Tab would: a key pressed on the first would choose it. */
function chosenOf(target: HTMLElement): HTMLElement {
  const group = target instanceof HTMLInputElement && target.type === "radio" ? target.name : "";
  const all =
    group === "" ? [] : [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(group)}"]`)];
  return all.find(({ checked: isChosen }) => isChosen) ?? target;
}

function focusFirst(root: Element | null, selector: string): boolean {
  const target = root?.querySelector(selector);
  if (target instanceof HTMLElement) {
    chosenOf(target).focus();
    return true;
  }
  return false;
}

/** Puts the focus into the first field of each new view, and of each new form in the same one, and back into the dialog when its field was taken away. */
function useViewFocus(dialog: { current: HTMLDialogElement | null }, view: WorkspaceView): void {
  useEffect(() => {
    if (!focusFirst(dialog.current, FIRST_CONTROL)) {
      dialog.current?.focus();
    }
  }, [view.id, fieldsOf(view.blocks)[0]?.blockId]);
  useLayoutEffect(() => {
    const asking = document.querySelector("dialog.confirm[open]") !== null;
    if (!asking && dialog.current !== null && !dialog.current.contains(document.activeElement)) {
      dialog.current.focus();
    }
  }, [view.hash]);
}

interface Sending {
  busy: boolean;
  submit(): Promise<void>;
}

function useSending(view: WorkspaceView, surface: Surface, dialog: { current: HTMLDialogElement | null }): Sending {
  const { act } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const awaited = useRef(false);
  const shown = Object.keys(surface.problems).length > 0;
  useEffect(() => {
    if (awaited.current && shown && !busy) {
      awaited.current = !focusFirst(dialog.current, `.with-problem :is(${FIRST_CONTROL})`);
    }
  });
  return {
    busy,
    async submit() {
      awaited.current = true;
      const sound = checked(surface.form, view.blocks);
      surface.redraw();
      if (busy || !sound) {
        return;
      }
      setBusy(true);
      await act({ kind: "submit", view: view.id, values: surface.form.values });
      setBusy(false);
    },
  };
}

function Modal({ view, depth, notice }: Props) {
  const { act, say, snapshot } = useWorkspace();
  const dialog = useOpenDialog();
  const id = useId();
  const surface = useBlocks(formKey(view), { view: view.id }, view.blocks, dispatchedValues(view), view.errors);
  const { busy, submit } = useSending(view, surface, dialog);
  useViewFocus(dialog, view);
  const close = (clearAll: boolean): void => void act({ kind: "close", view: view.id, clearAll });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && view.submit !== undefined) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <dialog
      ref={dialog}
      class="modal"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-busy={busy}
      lang={snapshot.me.locale}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      <ModalHead id={`${id}-title`} view={view} depth={depth} onCloseAll={() => close(true)} />
      <Notice notice={notice} onDismiss={() => say(null)} />
      <div class="modal-body" key={view.id}>
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext.Provider>
      </div>
      <ModalFoot view={view} busy={busy} onClose={() => close(false)} onSubmit={() => void submit()} />
    </dialog>
  );
}

interface HeadProps {
  id: string;
  view: WorkspaceView;
  depth: number;
  onCloseAll(): void;
}

function ModalHead({ id, view, depth, onCloseAll }: HeadProps) {
  return (
    <header class="modal-head">
      <h2 id={id}>{view.title}</h2>
      <button
        type="button"
        class="clear"
        aria-label={say(depth > 1 ? "Close all" : "Close window")}
        onClick={onCloseAll}
      >
        ×
      </button>
    </header>
  );
}

interface FootProps {
  view: WorkspaceView;
  busy: boolean;
  onClose(): void;
  onSubmit(): void;
}

function ModalFoot({ view, busy, onClose, onSubmit }: FootProps) {
  return (
    <footer class="modal-foot">
      <button type="button" class="button" onClick={onClose}>
        {view.close || say("Close")}
      </button>
      {view.submit !== undefined && (
        <button
          type="button"
          class="button primary"
          aria-disabled={busy}
          aria-busy={busy}
          onClick={busy ? undefined : onSubmit}
        >
          {view.submit}
        </button>
      )}
    </footer>
  );
}
