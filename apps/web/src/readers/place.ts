import { computed, signal } from '@preact/signals';
import type { Place } from './picture-reader.ts';

/** What a browser needs in order to read by itself. */
export const canReadOnDevice = false;

const wished = signal<Place>('device');

/** Where pictures are read now. */
export const place = computed<Place>(() => (canReadOnDevice ? wished.value : 'service'));

export function choosePlace(chosen: Place): void {
  wished.value = chosen;
}
