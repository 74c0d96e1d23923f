import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { lookOf, signsDiffering } from "../../../src/domain/gate/picture-look.ts";
import { greyOf } from "../../../src/platform/pictures/grey.ts";
import { takenOn } from "../../../src/platform/pictures/taken-on.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { aPicture, asJpeg, asPng, brighter, cropped, type Pixels, resized, withDay } from "./a-picture.ts";

const SEEDS = Array.from({ length: 6 }, (_, at) => at + 1);
const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
if (isProblems(loaded)) throw new Error("the shipped policy has problems");
const most = loaded.policy.gate.alike_pictures.signs_differ_at_most;

async function lookOfBytes(bytes: Uint8Array): Promise<string> {
  const grey = await greyOf(bytes);
  return (grey === undefined ? undefined : lookOf(grey)) ?? "";
}

const changes: readonly (readonly [string, (picture: Pixels) => Uint8Array])[] = [
  ["saved again at a lower quality", (picture) => asJpeg(picture, 40)],
  ["made half as large", (picture) => asJpeg(resized(picture, 0.5))],
  ["made larger", (picture) => asJpeg(resized(picture, 1.4))],
  ["cut by 2 % on every side", (picture) => asJpeg(cropped(picture, 2), 80)],
  ["brighter", (picture) => asJpeg(brighter(picture, 25))],
  ["saved as PNG", (picture) => asPng(picture)],
];

describe("a picture", () => {
  it.each(changes)("is known again when it was %s", async (_what, change) => {
    for (const seed of SEEDS) {
      const picture = aPicture(seed);
      const [before, after] = [await lookOfBytes(asJpeg(picture)), await lookOfBytes(change(picture))];
      expect(before).toMatch(/^[0-9a-f]{16}$/u);
      expect(signsDiffering(before, after), `picture ${seed}`).toBeLessThanOrEqual(most);
    }
  });

  it("is not taken for another one", async () => {
    const looks = await Promise.all(SEEDS.map((seed) => lookOfBytes(asJpeg(aPicture(seed)))));
    const distances = looks.flatMap((one, at) => looks.slice(at + 1).map((other) => signsDiffering(one, other)));
    expect(Math.min(...distances)).toBeGreaterThan(most);
  });

  it("of one colour has no look, and what is no picture has none", async () => {
    const sheet = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).fill(200) };
    expect(await lookOfBytes(asJpeg(sheet))).toBe("");
    expect(await greyOf(new TextEncoder().encode("no picture"))).toBeUndefined();
    expect(await greyOf(asJpeg(aPicture(1)).subarray(0, 300))).toBeUndefined();
  });
});

describe("the day of a picture", () => {
  it("is what the camera wrote into it", () => {
    const photo = asJpeg(aPicture(3));
    expect(takenOn(photo)).toBeUndefined();
    expect(takenOn(withDay(photo, "2025-10-02"))).toBe("2025-10-02");
    expect(takenOn(withDay(photo, "0000-00-00"))).toBeUndefined();
    expect(takenOn(withDay(photo, "2025-10-02").subarray(0, 40))).toBeUndefined();
    expect(takenOn(new TextEncoder().encode("no"))).toBeUndefined();
  });
});
