import type { Batch } from '@ocr-web/api/client';
import { messages } from '../i18n/language.ts';

/** How far a batch has come, as a bar and in words. */
export function BatchProgress({ batch: { counts, status } }: { readonly batch: Batch }) {
  const { batches } = messages.value;
  const done = counts.completed + counts.failed;
  const text = batches.progress(done, counts.total);
  return (
    <div class="batch-progress">
      <progress aria-label={text} max={Math.max(counts.total, 1)} value={counts.total === 0 ? 1 : done} />
      <p>
        <span class={`state ${status}`}>{status === 'completed' ? batches.finished : batches.running}</span> {text}
        {counts.failed > 0 && <span class="failed-count">{batches.failed(counts.failed)}</span>}
      </p>
    </div>
  );
}
