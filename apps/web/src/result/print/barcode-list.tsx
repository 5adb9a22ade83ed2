import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { type Barcode, nameBarcodeField } from './barcode.ts';

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
  const { barcode } = messages.value;
  const findings = Object.entries(checks).map(([name, verdict]) => `${nameBarcodeField(name)}: ${verdict && barcode.verdicts[verdict]}`);
  return (
    <>
      <dl class="fields">
        {Object.entries(fields).map(([name, value = '']) => (
          <div key={name} class="field-row">
            <dt>{nameBarcodeField(name)}</dt>
            <dd class="field-value">{value}</dd>
            <dd class="field-copy">
              <CopyButton text={value} name={nameBarcodeField(name)} />
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
