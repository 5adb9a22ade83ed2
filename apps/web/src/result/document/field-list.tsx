import type { Document } from '@ocr-web/api/client';
import type { Signal } from '@preact/signals';
import { Icon, type IconName } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { evidenceOf, listRows, type Row } from './describe-field.ts';

type Field = Document['fields'][number];
type Highlight = Signal<string | null>;

const evidenceIcons: Readonly<Record<Field['evidence'], IconName>> = {
  proved: 'check',
  contradicted: 'cross',
  not_printed: 'dash',
  unprovable: 'question',
};

/** Every field with its value and why it may be believed. The one in hand lights up in the picture. */
export function FieldList({ document, highlight }: { readonly document: Document; readonly highlight: Highlight }) {
  return (
    <section class="card" aria-labelledby="fields-title">
      <h3 id="fields-title">{messages.value.result.fields}</h3>
      <dl class="fields">
        {listRows(document).map((row) => (
          <FieldRow key={row.name} row={row} highlight={highlight} />
        ))}
      </dl>
    </section>
  );
}

function FieldRow({
  row: { name, label, value, printed, copied, field },
  highlight,
}: {
  readonly row: Row;
  readonly highlight: Highlight;
}) {
  const light = () => {
    highlight.value = field.name;
  };
  const dim = () => {
    highlight.value = null;
  };
  return (
    <div class="field-row" data-field={name} onPointerEnter={light} onPointerLeave={dim} onFocusCapture={light} onBlurCapture={dim}>
      <dt>{label}</dt>
      <dd class="field-value">
        {value} {printed !== undefined && <code>{printed}</code>}
      </dd>
      <dd class={`evidence ${field.evidence}`}>
        <Icon name={evidenceIcons[field.evidence]} />
        {evidenceOf(field)}
      </dd>
      <dd class="field-copy">{copied !== null && <CopyButton text={copied} name={label} />}</dd>
    </div>
  );
}
