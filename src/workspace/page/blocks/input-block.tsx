import { useId } from "preact/hooks";
import { Element } from "../elements/element.tsx";
import { say } from "../say.ts";
import { type Shape, shape, textOf, word } from "../shape.ts";
import { useSurface } from "../surface.ts";
import { PlainText } from "../words/words.tsx";

const GROUPED = new Set(["radio_buttons", "checkboxes"]);

/** A labelled field, with its hint, and what is wrong with it. */
export function InputBlock({ block }: { block: Shape }) {
  const surface = useSurface();
  const id = useId();
  const element = shape(block.element);
  const blockId = word(block.block_id);
  const problem = surface?.problems[blockId] ?? "";
  const hint = textOf(block.hint);
  const optional = block.optional === true;
  const describedBy = [problem === "" ? "" : `${id}-problem`, hint === "" ? "" : `${id}-hint`].join(" ").trim();
  const labels = {
    id: `${id}-control`,
    labelledBy: `${id}-label`,
    describedBy: describedBy || undefined,
    invalid: problem !== "",
    required: !optional,
  };
  const label = (
    <>
      <PlainText text={block.label} />
      {optional && <span class="optional"> {say("(optional)")}</span>}
    </>
  );
  return (
    <div class={`input${problem === "" ? "" : " with-problem"}`} data-block={blockId}>
      {GROUPED.has(word(element.type)) ? (
        <span class="label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label class="label" id={`${id}-label`} for={`${id}-control`}>
          {label}
        </label>
      )}
      <Element element={element} blockId={blockId} labels={labels} dispatches={block.dispatch_action === true} />
      {problem !== "" && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint !== "" && (
        <p class="hint" id={`${id}-hint`}>
          <PlainText text={block.hint} />
        </p>
      )}
    </div>
  );
}
