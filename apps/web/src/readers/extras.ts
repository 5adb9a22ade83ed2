import { signal } from '@preact/signals';

/** What is read beside the zone; barcodes by the service only. */
export type Extras = { readonly visual: boolean; readonly barcodes: boolean; readonly portrait: boolean };

export const noExtras: Extras = { visual: false, barcodes: false, portrait: false };

/** What is wished for now; forgotten with the tab. */
export const extras = signal<Extras>(noExtras);

export function wishFor(change: Partial<Extras>): void {
  extras.value = { ...extras.value, ...change };
}
