import type { FunctionComponent } from "preact";
import { word } from "../shape.ts";
import { Button, Overflow } from "./buttons.tsx";
import { Choices } from "./choices.tsx";
import { DateField } from "./dates.tsx";
import type { ElementProps } from "./element-props.ts";
import { FileField } from "./file-field.tsx";
import { Select } from "./selects.tsx";
import { RichTextField, TextField } from "./text-field.tsx";

const ELEMENTS: Record<string, FunctionComponent<ElementProps>> = {
  button: Button,
  overflow: Overflow,
  static_select: Select,
  multi_static_select: Select,
  external_select: Select,
  multi_external_select: Select,
  users_select: Select,
  multi_users_select: Select,
  conversations_select: Select,
  multi_conversations_select: Select,
  channels_select: Select,
  multi_channels_select: Select,
  datepicker: DateField,
  timepicker: DateField,
  datetimepicker: DateField,
  radio_buttons: Choices,
  checkboxes: Choices,
  plain_text_input: TextField,
  number_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  rich_text_input: RichTextField,
  file_input: FileField,
};

export function Element(props: ElementProps) {
  const type = word(props.element.type);
  const Known = ELEMENTS[type];
  return Known === undefined ? (
    <span class="unknown">{type || "untyped"} is not drawn here</span>
  ) : (
    <Known {...props} />
  );
}
