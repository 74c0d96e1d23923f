import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sheet = readFileSync(new URL("../../../src/workspace/page/styles/colours.css", import.meta.url), "utf8");
const [lightPart = "", darkPart = ""] = sheet.split("@media (prefers-color-scheme: dark)");

function colours(part: string): Map<string, string> {
  return new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

const light = colours(lightPart);
const dark = new Map([...light, ...colours(darkPart)]);

/** Relative luminance and contrast as WCAG 2.2 defines them (1.4.3, 1.4.11). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other].map((name) => luminance(theme.get(name) ?? "#000000")).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const WORDS = [
  ["ink", "surface"],
  ["ink", "raised"],
  ["ink", "hover"],
  ["ink", "accent-soft"],
  ["quiet", "surface"],
  ["quiet", "hover"],
  ["quiet", "raised"],
  ["quiet", "accent-soft"],
  ["quiet", "info-soft"],
  ["quiet", "code-ground"],
  ["link", "surface"],
  ["accent-ink", "accent"],
  ["danger", "surface"],
  ["danger", "danger-soft"],
  ["danger-ink", "danger"],
  ["code", "code-ground"],
  ["mention", "mention-ground"],
  ["warn", "warn-soft"],
  ["ink", "info-soft"],
  ["ink", "warn-soft"],
  ["ink", "good-soft"],
  ["side-ink", "side"],
  ["side-quiet", "side"],
  ["side-ink", "side-hover"],
  ["side-here-ink", "side-here"],
  ["banner-ink", "banner"],
] as const;

const EDGES = [
  ["line-strong", "surface"],
  ["focus", "surface"],
  ["hue-0", "surface"],
  ["hue-2", "surface"],
  ["hue-3", "surface"],
  ["danger", "surface"],
] as const;

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("colours of the %s page", (_name, theme) => {
  it.each(WORDS)("%s can be read on %s", (words, ground) => {
    expect(contrast(theme, words, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)("%s can be seen on %s", (edge, ground) => {
    expect(contrast(theme, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
