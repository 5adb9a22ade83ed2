import type { Document, ScanResult } from '@ocr-web/api/client';
import { type HolderPlace, listHolderPlaces } from '../holder/holder-places.ts';
import type { Barcode } from '../print/barcode.ts';
import type { Visual } from '../print/print-rows.ts';

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

/** The same of one of two sides: what print lacks on it may be on the other one. */
export function withoutMissing({ visual, ...others }: PageExtras): PageExtras {
  if (!visual) return { visual, ...others };
  const checks: Visual['checks'] = {};
  for (const [name, verdict] of Object.entries(visual.checks)) if (verdict !== 'not_found') checks[name] = verdict;
  return { ...others, visual: { ...visual, checks } };
}
