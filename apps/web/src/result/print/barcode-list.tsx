import type { ScanResult } from '@ocr-web/api/client';
import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';

export type Barcode = NonNullable<ScanResult['barcodes']>[number];
type Content = NonNullable<Barcode['content']>;

/** The barcodes of a page and what they say. */
export function BarcodeList({ barcodes }: { readonly barcodes: readonly Barcode[] }) {
  const { barcode } = messages.value;
  return (
    <section class="card" aria-labelledby="barcodes-title">
      <h3 id="barcodes-title">{barcode.title}</h3>
      {barcodes.length === 0 && <p>{barcode.none}</p>}
      {barcodes.map((one, index) => (
        <div key={index} class="barcode" data-barcode={one.kind}>
          <h4>
            {barcode.kinds[one.kind]}
            {one.content && ` · ${barcode.standards[one.content.standard]}`}
          </h4>
          {one.content ? <ContentRows content={one.content} /> : <p class="barcode-text">{one.text ?? barcode.binary}</p>}
        </div>
      ))}
    </section>
  );
}

function ContentRows({ content: { fields, checks } }: { readonly content: Content }) {
  const { barcode, print } = messages.value;
  const labels: Readonly<Record<string, string>> = { ...print.fields, ...barcode.fields };
  const labelOf = (name: string) => labels[name] ?? name;
  const findings = Object.entries(checks).map(([name, verdict]) => `${labelOf(name)}: ${verdict && barcode.verdicts[verdict]}`);
  return (
    <>
      <dl class="fields">
        {Object.entries(fields).map(([name, value = '']) => (
          <div key={name} class="field-row">
            <dt>{labelOf(name)}</dt>
            <dd class="field-value">{value}</dd>
            <dd class="field-copy">
              <CopyButton text={value} name={labelOf(name)} />
            </dd>
          </div>
        ))}
      </dl>
      <ul class="findings">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </>
  );
}
