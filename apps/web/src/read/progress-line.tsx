import { formatShare } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import type { Progress } from '../readers/picture-reader.ts';

/** What is being done, and how to stop it. */
export function ProgressLine({ progress, stop }: { readonly progress: Progress; readonly stop: () => void }) {
  const { read } = messages.value;
  const text =
    progress.step === 'preparing' ? read.preparing(formatShare(progress.share)) : progress.step === 'sending' ? read.sending : read.reading;
  return (
    <div class="progress" aria-busy="true">
      <p role="status">{text}</p>
      <progress aria-label={text} value={progress.step === 'preparing' ? progress.share : undefined} />
      <button type="button" class="button" onClick={stop}>
        {read.stop}
      </button>
    </div>
  );
}
