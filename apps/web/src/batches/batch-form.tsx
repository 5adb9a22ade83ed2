import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { sendBatch, sending } from './send-batch.ts';

/** Sends many files under a name. */
export function BatchForm() {
  const { batches } = messages.value;
  const now = sending.value;
  if (now?.state === 'busy')
    return (
      <div class="progress" aria-busy="true">
        <p role="status">{batches.sending(now.files)}</p>
        <progress aria-label={batches.sending(now.files)} />
      </div>
    );
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const reference = String(new FormData(input.form ?? undefined).get('reference') ?? '').trim();
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) void sendBatch(files, reference);
  };
  return (
    <form class="search" onSubmit={(event) => event.preventDefault()}>
      <label for="batch-reference">{batches.reference}</label>
      <input id="batch-reference" name="reference" type="text" maxLength={200} autocomplete="off" />
      <label class="button primary file-button">
        <input type="file" multiple accept="image/*,application/pdf,.heic,.tif,.tiff" onChange={choose} />
        <Icon name="upload" />
        {batches.create}
      </label>
      {now?.state === 'failed' && <Notice kind="error">{now.message}</Notice>}
    </form>
  );
}
