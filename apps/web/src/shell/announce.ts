import { signal } from '@preact/signals';

/** What a screen reader says next, and everybody may read for a while. */
export const announcement = signal('');

/** Tells everybody what has happened, also those who do not see the page. */
export function announce(text: string): void {
  // The same sentence twice is two events.
  announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}
