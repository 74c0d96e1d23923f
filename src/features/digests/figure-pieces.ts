/** Figures as people read them: each is a button that opens what it counts; those that are nothing stand together. Pure. */
import { AHEAD_DAYS, type FigureName, type ListName } from "../../domain/digest/figures.ts";
import type { WorthListName } from "../../domain/digest/worth-lists.ts";
import { type Button, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Digest } from "./digest.ts";
import { OPEN_LIST } from "./ids.ts";
import { listed, placeOf } from "./links.ts";
import type { DigestPlace, ListPlace } from "./place.ts";
import type { Telling } from "./sections/index.ts";

export const figureLabel = (t: Translate, name: ListName | WorthListName): string =>
  t(`digest.figure.${name}`, { days: AHEAD_DAYS });

export function figurePieces({ t, language, shows }: Telling, digest: Digest, names: readonly FigureName[]): Piece[] {
  const { figures } = digest;
  if (shows === "text") {
    return [line(names.map((name) => listText(t, name, figures[name])).join("\n"))];
  }
  if (shows === "picture") {
    return [
      {
        kind: "facts",
        facts: names.map((name) => [figureLabel(t, name), t("digest.count", { count: figures[name] })]),
      },
    ];
  }
  const some = names.filter((name) => figures[name] > 0);
  const none = names.filter((name) => figures[name] === 0).map((name) => figureLabel(t, name));
  const buttons = some.map((name) => opensList({ t }, digest, name));
  return [
    ...(buttons.length === 0 ? [] : [{ kind: "buttons", buttons } as const]),
    ...(none.length === 0 ? [] : [note(t("digest.none_of", { names: listed(language, none) }))]),
  ];
}

export const listText = (t: Translate, name: ListName | WorthListName, count: number) =>
  t("digest.figure_line", { name: figureLabel(t, name), count });

function opensList({ t }: Pick<Telling, "t">, digest: Digest, figure: FigureName): Button {
  return listButton({ t }, placeOf(digest), figure, digest.figures[figure]);
}

/** What opens the list behind a figure, with the figure on it. */
export function listButton(
  { t }: Pick<Telling, "t">,
  at: DigestPlace,
  figure: ListName | WorthListName,
  count: number,
): Button {
  const place: ListPlace = { ...at, figure, page: 0 };
  return { text: listText(t, figure, count), action: OPEN_LIST, value: JSON.stringify(place) };
}
