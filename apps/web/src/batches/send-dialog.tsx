import { Dialog } from '../controls/dialog.tsx';
import { messages } from '../i18n/language.ts';
import { sendBatch, toBeSent } from './send-batch.ts';

/** Asks before files leave the device that was chosen for reading. */
export function SendDialog() {
  const files = toBeSent.value;
  if (!files) return null;
  const { batches, cancel } = messages.value;
  const end = () => {
    toBeSent.value = null;
  };
  const send = () => {
    end();
    void sendBatch(files);
  };
  return (
    <Dialog title={batches.sendTitle(files.length)} onClose={end}>
      <p>{batches.sendWhy}</p>
      <div class="actions end">
        <button type="button" class="button" onClick={end}>
          {cancel}
        </button>
        <button type="button" class="button primary" onClick={send}>
          {batches.send}
        </button>
      </div>
    </Dialog>
  );
}
