import { list, type Shape, shapes, textOf, word } from "../shape.ts";
import { SlackText } from "../words/words.tsx";
import { type ElementProps, useField } from "./element-props.ts";

function values(inner: unknown): string[] {
  return shapes(list(inner)).map((option) => word(option.value));
}

/** Radio buttons and checkboxes: one list, one or many chosen. */
export function Choices(props: ElementProps) {
  const { element, labels } = props;
  const field = useField(props);
  const many = element.type === "checkboxes";
  const chosen = many ? values(field.inner) : values([field.inner]);
  const options = shapes(element.options);
  const change = (option: Shape, on: boolean): void => {
    const value = word(option.value);
    const next = options.filter((one) => (word(one.value) === value ? on : chosen.includes(word(one.value))));
    void field.choose(many ? next : option);
  };
  const grouping = {
    role: many ? ("group" as const) : ("radiogroup" as const),
    "aria-labelledby": labels.labelledBy,
    "aria-label": labels.label,
    "aria-describedby": labels.describedBy,
    "aria-required": !many && labels.required ? ("true" as const) : undefined,
    "aria-invalid": labels.invalid ? ("true" as const) : undefined,
  };
  return (
    <div class="choices" {...grouping}>
      {options.map((option, index) => (
        <label key={word(option.value)} class="tick">
          <input
            type={many ? "checkbox" : "radio"}
            name={labels.id}
            data-control={index === 0 ? true : undefined}
            checked={chosen.includes(word(option.value))}
            onChange={(event) => change(option, event.currentTarget.checked)}
          />
          <span>
            <SlackText text={option.text} />
            {textOf(option.description) !== "" && (
              <small>
                <SlackText text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
