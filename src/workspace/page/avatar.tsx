/** A coloured square with the first letters of a name; Chinese names show their last two characters. */
export function Avatar({ id, name, bot }: { id: string; name: string; bot: boolean }) {
  const hue = [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0) * 137) % 360, 7);
  return (
    <span class={`avatar${bot ? " bot" : ""}`} style={{ "--hue": hue }} aria-hidden="true">
      {bot ? <BotMark /> : letters(name)}
    </span>
  );
}

function letters(name: string): string {
  if (/\p{Script=Han}/u.test(name)) {
    return [...name.replace(/[^\p{Script=Han}]/gu, "")].slice(-2).join("");
  }
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
}

export function BotMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    >
      <path d="M4 20V9l8-5 8 5v11" stroke-linejoin="round" />
      <path d="M8.5 13.5l2.5 2.5 4.5-5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
