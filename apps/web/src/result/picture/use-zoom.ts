import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Point = { readonly x: number; readonly y: number };

/** How large the page is shown in its frame, and ways to change that. */
export type Zoom = {
  /** Width of the page in widths of the frame, 1 to 8. */
  readonly factor: number;
  readonly in: () => void;
  readonly out: () => void;
  readonly fit: () => void;
  /** Fills the frame with a quad of the page, in pixels of the page. */
  readonly toQuad: (quad: readonly Point[], pageWidth: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
};

const maxFactor = 8;
const step = 1.5;
const bounded = (factor: number) => Math.min(Math.max(factor, 1), maxFactor);

/** Zooms the page within a frame that scrolls. What is in the middle stays there. */
export function useZoom(frame: RefObject<HTMLElement | null>): Zoom {
  // A turn counts changes: a move to another place at the same size is one too.
  const [{ factor, turn }, set] = useState({ factor: 1, turn: 0 });
  const setFactor = (next: number) => set((last) => ({ factor: bounded(next), turn: last.turn + 1 }));
  // Where the middle of the frame is to lie, in widths of the page, once it has its new size.
  const centre = useRef<Point | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!(box && centre.current)) return;
    box.scrollLeft = centre.current.x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = centre.current.y * box.scrollWidth - box.clientHeight / 2;
  }, [turn, frame]);
  const keepCentre = (next: number) => {
    const box = frame.current;
    if (box) {
      const [x, y] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2];
      centre.current = { x: x / box.scrollWidth, y: y / box.scrollWidth };
    }
    setFactor(next);
  };
  const toQuad: Zoom['toQuad'] = (quad, pageWidth) => {
    const [xs, ys] = [quad.map(({ x }) => x), quad.map(({ y }) => y)];
    const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2 / pageWidth;
    centre.current = { x: middle(xs), y: middle(ys) };
    setFactor((0.95 * pageWidth) / (Math.max(...xs) - Math.min(...xs) || 1));
  };
  const moves = { in: () => keepCentre(factor * step), out: () => keepCentre(factor / step), fit: () => setFactor(1) };
  const onKey = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, () => void>> = { '+': moves.in, '=': moves.in, '-': moves.out, '0': moves.fit };
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return { factor, ...moves, toQuad, onKey };
}
