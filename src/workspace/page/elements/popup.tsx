import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  anchor: HTMLElement | null;
  /** As wide as the anchor, or as wide as its content. */
  wide: boolean;
  children: ComponentChildren;
}

const GAP = 4;
const EDGE = 8;

function place(popup: HTMLElement, anchor: HTMLElement, wide: boolean): void {
  const box = anchor.getBoundingClientRect();
  if (wide) {
    popup.style.width = `${box.width}px`;
    popup.style.maxWidth = "none";
  }
  const below = window.innerHeight - box.bottom - EDGE;
  const above = box.top - EDGE;
  const upward = below < Math.min(popup.scrollHeight, 200) && above > below;
  popup.style.maxHeight = `${Math.min(320, upward ? above - GAP : below - GAP)}px`;
  const left = Math.min(box.left, window.innerWidth - popup.offsetWidth - EDGE);
  popup.style.left = `${Math.max(EDGE, left)}px`;
  popup.style.top = upward ? `${box.top - popup.offsetHeight - GAP}px` : `${box.bottom + GAP}px`;
}

/** Floats beside its anchor, above whatever scrolls, and flips upward at the foot of the window. */
export function ListPopup({ anchor, wide, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const settle = (): void => {
      if (popup.current !== null && anchor !== null) {
        place(popup.current, anchor, wide);
      }
    };
    settle();
    window.addEventListener("scroll", settle, true);
    window.addEventListener("resize", settle);
    return () => {
      window.removeEventListener("scroll", settle, true);
      window.removeEventListener("resize", settle);
    };
  });
  return (
    <div class="popup" ref={popup}>
      {children}
    </div>
  );
}
