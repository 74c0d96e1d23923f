/** What a message of Slack's says, as people read it: its marks for links, mentions and escapes taken away. Pure. */

const MARK = /<([^<>|]*)(?:\|([^<>]*))?>/gu;
const ESCAPES: readonly (readonly [string, string])[] = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
];

/** A link with words is its words; a mention of a person or a channel without any is left as Slack's id. */
export function spokenText(text: string): string {
  const plain = text.replaceAll(MARK, (_, target: string, label: string | undefined) => label ?? target);
  return ESCAPES.reduce((said, [escaped, sign]) => said.replaceAll(escaped, sign), plain).trim();
}
