import { useCallback, useEffect, useId, useRef, useState } from "preact/hooks";
import { say } from "./say.ts";
import type { Shape } from "./shape.ts";
import { textOf, word } from "./shape.ts";
import { PlainText, SlackText } from "./words/words.tsx";

interface Question {
  confirm: Shape;
  answer(yes: boolean): void;
}

/** One question at a time; asking resolves when the person has answered. */
export function useConfirm() {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback(
    (confirm: Shape) => new Promise<boolean>((resolve) => setQuestion({ confirm, answer: resolve })),
    [],
  );
  const answer = (yes: boolean): void => {
    question?.answer(yes);
    setQuestion(null);
  };
  return { asked: question?.confirm ?? null, ask, answer };
}

/** Shows a dialog for as long as it is drawn, and gives the focus back afterwards. */
export function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      returnFocus(before);
    };
  }, []);
  return dialog;
}

/** To where the focus was; when that was drawn anew in the meantime, to what stands for it now. */
function returnFocus(before: Element | null): void {
  requestAnimationFrame(() => {
    const key = before?.getAttribute("data-focus");
    const again = key
      ? [...document.querySelectorAll("[data-focus]")].find((one) => one.getAttribute("data-focus") === key)
      : null;
    const target = before?.isConnected ? before : (again ?? document.querySelector("[data-focus-home]"));
    if (target instanceof HTMLElement && document.querySelector("dialog[open]") === null) {
      target.focus();
    }
  });
}

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Shape; onAnswer(yes: boolean): void }) {
  const dialog = useOpenDialog();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id={`${id}-title`}>
        <PlainText text={confirm.title} />
      </h2>
      <div id={`${id}-text`}>
        <SlackText text={confirm.text} />
      </div>
      <footer>
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {textOf(confirm.deny) || say("Cancel")}
        </button>
        <button type="button" class={`button ${word(confirm.style) || "primary"}`} onClick={() => onAnswer(true)}>
          {textOf(confirm.confirm) || say("Yes")}
        </button>
      </footer>
    </dialog>
  );
}
