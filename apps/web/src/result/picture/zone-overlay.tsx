import type { Document } from '@ocr-web/api/client';
import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { rateConfidence } from '../document/rate-confidence.ts';
import { type HolderPlace, placeOfHolder } from '../holder/holder-places.ts';
import { placeOfPrint } from '../print/print-list.tsx';
import type { Visual } from '../print/print-rows.ts';
import type { PageExtras } from './page-extras.ts';
import { placeCharacters } from './place-characters.ts';

type ZoneOverlayProps = {
  readonly width: number;
  readonly height: number;
  readonly documents: readonly Document[];
  readonly selected: Document | null;
  readonly extras: PageExtras;
  readonly highlight: Signal<string | null>;
};

type Point = { readonly x: number; readonly y: number };

/** What was read, drawn over its page. The lists beside it say the same in words. */
export function ZoneOverlay({ width, height, documents, selected, extras, highlight }: ZoneOverlayProps) {
  const { visual, barcodes, holder } = extras;
  return (
    <svg class="overlay" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {documents.map((document) => (
        <g key={document.index} class={document === selected ? 'zone selected' : 'zone'}>
          <polygon class="zone-outline" points={toPoints(document.quad)} />
          {document === selected && <Characters document={document} />}
        </g>
      ))}
      {visual && <Print visual={visual} highlight={highlight} />}
      {barcodes?.map(({ quad }) => (
        <polygon key={toPoints(quad)} class="print-outline" data-place="barcode" points={toPoints(quad)} />
      ))}
      {holder && <Holder places={holder} highlight={highlight} />}
      {selected && <HighlightedField document={selected} highlight={highlight} />}
    </svg>
  );
}

function Characters({ document }: { readonly document: Document }) {
  const characters = useMemo(() => placeCharacters(document), [document]);
  return (
    <>
      {characters.map(({ line, column, confidence, quad }) => (
        <polygon key={`${line}-${column}`} class={`character ${rateConfidence(confidence)}`} points={toPoints(quad)} />
      ))}
    </>
  );
}

/** Where print was read; what was not found has no place. */
function Print({ visual: { fields, checks }, highlight }: { readonly visual: Visual; readonly highlight: Signal<string | null> }) {
  const verdicts: Readonly<Record<string, string | undefined>> = checks;
  return (
    <>
      {Object.entries(fields).map(([name, field]) => {
        const isLit = highlight.value === placeOfPrint(name);
        const look = isLit ? 'field-outline' : `print-outline ${verdicts[name] ?? ''}`;
        return field && <polygon key={name} data-place={name} class={look} points={toPoints(field.quad)} />;
      })}
    </>
  );
}

function Holder({ places, highlight }: { readonly places: readonly HolderPlace[]; readonly highlight: Signal<string | null> }) {
  return (
    <>
      {places.map((place) => {
        const name = placeOfHolder(place);
        const look = highlight.value === name ? 'field-outline' : 'print-outline';
        return <polygon key={name} data-place={name} class={look} points={toPoints(place.quad)} />;
      })}
    </>
  );
}

function HighlightedField({ document, highlight }: { readonly document: Document; readonly highlight: Signal<string | null> }) {
  const field = document.fields.find(({ name }) => name === highlight.value);
  return (
    <>
      {field?.spans.map(({ line, start, quad }) => (
        <polygon key={`${line}-${start}`} class="field-outline" points={toPoints(quad)} />
      ))}
    </>
  );
}

function toPoints(quad: readonly Point[]): string {
  return quad.map(({ x, y }) => `${x},${y}`).join(' ');
}
