import type { Document } from '@ocr-web/api/client';
import type { Signal } from '@preact/signals';
import { Icon, type IconName } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { listPrintRows, type PrintRow, type Visual } from './print-rows.ts';

type PrintListProps = { readonly visual: Visual; readonly document: Document | null; readonly highlight: Signal<string | null> };

const looks: Readonly<Record<NonNullable<PrintRow['verdict']> | 'alone', { readonly icon: IconName; readonly evidence: string }>> = {
  match: { icon: 'check', evidence: 'proved' },
  mismatch: { icon: 'cross', evidence: 'contradicted' },
  not_found: { icon: 'dash', evidence: 'not_printed' },
  alone: { icon: 'question', evidence: 'unprovable' },
};

/** What is printed for people, beside the zone's word. The one in hand lights up in the picture. */
export function PrintList({ visual, document, highlight }: PrintListProps) {
  const { print } = messages.value;
  const rows = listPrintRows(visual, document);
  return (
    <section class="card" aria-labelledby="print-title">
      <h3 id="print-title">{print.title}</h3>
      {rows.length === 0 && <p>{print.none}</p>}
      <dl class="fields">
        {rows.map((row) => (
          <Row key={row.name} row={row} highlight={highlight} />
        ))}
      </dl>
    </section>
  );
}

function Row({
  row: { name, label, value, zone, verdict, why },
  highlight,
}: {
  readonly row: PrintRow;
  readonly highlight: Signal<string | null>;
}) {
  const { icon, evidence } = looks[verdict ?? 'alone'];
  const light = () => {
    highlight.value = placeOfPrint(name);
  };
  const dim = () => {
    highlight.value = null;
  };
  return (
    <div class="field-row" data-print={name} onPointerEnter={light} onPointerLeave={dim} onFocusCapture={light} onBlurCapture={dim}>
      <dt>{label}</dt>
      <dd class="field-value">{value}</dd>
      <dd class={`evidence ${evidence}`}>
        <Icon name={icon} />
        {why}
        {zone !== null && verdict !== 'match' && ` · ${messages.value.print.inZone(zone)}`}
      </dd>
      <dd class="field-copy">{value !== '–' && <CopyButton text={value} name={label} />}</dd>
    </div>
  );
}

/** What a place of print is called among everything that can light up. */
export function placeOfPrint(name: string): string {
  return `print-${name}`;
}
