import type { Document, ScanResult } from '@ocr-web/api/client';
import type { Barcode } from './barcode-list.tsx';
import { type HolderPlace, listHolderPlaces } from './holder/holder-places.ts';
import type { Visual } from './print-rows.ts';

/** What was read on a page beside its zone; undefined is what nobody asked for. */
export type PageExtras = {
  readonly visual: Visual | undefined;
  readonly barcodes: readonly Barcode[] | undefined;
  readonly holder: readonly HolderPlace[] | undefined;
};

/** @param document the one that is looked at; null where none is */
export function listPageExtras(result: ScanResult, page: number, document: Document | null): PageExtras {
  return {
    visual: result.visual?.find((one) => one.page === page && one.document === (document?.index ?? null)),
    barcodes: result.barcodes?.filter((one) => one.page === page),
    holder: listHolderPlaces(result, page),
  };
}
