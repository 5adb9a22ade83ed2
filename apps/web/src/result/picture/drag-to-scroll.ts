/** Lets a mouse drag what scrolls. Fingers do so without help, and bars and keys remain. */
export function dragToScroll(event: PointerEvent): void {
  const box = event.currentTarget as HTMLElement;
  const isOnBar = event.offsetX > box.clientWidth || event.offsetY > box.clientHeight;
  if (event.pointerType !== 'mouse' || event.button !== 0 || (event.target === box && isOnBar)) return;
  const [x, y] = [event.clientX + box.scrollLeft, event.clientY + box.scrollTop];
  const dragging = new AbortController();
  const { signal } = dragging;
  box.classList.add('dragging');
  const end = () => {
    dragging.abort();
    box.classList.remove('dragging');
  };
  addEventListener('pointermove', (moved) => box.scrollTo(x - moved.clientX, y - moved.clientY), { signal });
  addEventListener('pointerup', end, { signal });
  addEventListener('pointercancel', end, { signal });
}
