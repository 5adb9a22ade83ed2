import type { Document } from '@ocr-web/api/client';
import { Icon } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { listRows } from '../document/describe-field.ts';
import { copyText, downloadText } from './copy-text.ts';
import { toCsv } from './to-csv.ts';

/** Takes what was read elsewhere. */
export function ResultActions({ file, document }: { readonly file: ReadFile; readonly document: Document }) {
  const { copy } = messages.value;
  const form = () =>
    listRows(document)
      .map(({ label, value }) => `${label}: ${value}`)
      .join('\n');
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => void copyText(form(), copy.form)}>
        <Icon name="copy" />
        {copy.form}
      </button>
      <button type="button" class="button" onClick={() => void copyText(JSON.stringify(file.result, null, 2), copy.json)}>
        <Icon name="copy" />
        {copy.json}
      </button>
      <button type="button" class="button" onClick={() => downloadText(toCsv(file.result), 'ocr-web.csv', 'text/csv')}>
        <Icon name="download" />
        {copy.csv}
      </button>
    </div>
  );
}
