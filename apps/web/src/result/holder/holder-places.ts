import type { ScanResult } from '@ocr-web/api/client';
import type { CutOutKind } from '../../readers/picture-reader.ts';

type Portrait = NonNullable<ScanResult['portraits']>[number];

/** Where a portrait or signature stands on a page. */
export type HolderPlace = Pick<Portrait, 'quad' | 'confidence'> & {
  readonly kind: Portrait['kind'] | 'signature';
  /** What cuts it out, and its index there. */
  readonly cutOut: CutOutKind;
  readonly index: number;
};

/** The places on a page; undefined where nobody looked for them. */
export function listHolderPlaces({ portraits, signatures }: ScanResult, page: number): HolderPlace[] | undefined {
  if (!portraits && !signatures) return undefined;
  const all = [
    ...(portraits ?? []).map((one, index) => ({ ...one, cutOut: 'portrait' as const, index })),
    ...(signatures ?? []).map((one, index) => ({ ...one, kind: 'signature' as const, cutOut: 'signature' as const, index })),
  ];
  return all.filter((one) => one.page === page);
}

/** What a place is called among everything that can light up. */
export function placeOfHolder({ cutOut, index }: HolderPlace): string {
  return `${cutOut}-${index}`;
}
