import { computed, signal } from '@preact/signals';
import { canReadOnDevice } from './load-web-reader.ts';
import type { Place } from './picture-reader.ts';

const wished = signal<Place>('device');

/** Where pictures are read now: on the device, where it can and nobody wishes otherwise. */
export const place = computed<Place>(() => (canReadOnDevice ? wished.value : 'service'));

export function choosePlace(chosen: Place): void {
  wished.value = chosen;
}
