import type { Batch, Client } from '@ocr-web/api/client';
import { useCallback } from 'preact/hooks';
import { EmptyState } from '../controls/empty-state.tsx';
import { Notice } from '../controls/notice.tsx';
import { formatTime } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import { hrefOf } from '../routing/route.ts';
import { SignedInOnly } from '../scans/signed-in-only.tsx';
import { usePages } from '../scans/use-pages.ts';
import { BatchForm } from './batch-form.tsx';
import { BatchProgress } from './batch-progress.tsx';

/** What was sent together with this token, and a way to send more. */
export function BatchesView() {
  const { batches } = messages.value;
  return (
    <div class="view">
      <h1>{batches.title}</h1>
      <p class="lead">{batches.lead}</p>
      <SignedInOnly>
        {(client) => (
          <>
            <BatchForm />
            <BatchPages client={client} />
          </>
        )}
      </SignedInOnly>
    </div>
  );
}

function BatchPages({ client }: { readonly client: Client }) {
  const { batches, loading, loadMore: more } = messages.value;
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) => client.batches.listPage({ cursor, limit: 20, signal }),
    [client],
  );
  const { items, failure, loadMore } = usePages<Batch>(load);
  if (failure !== undefined) return <Notice kind="error">{failure}</Notice>;
  if (!items) return <p class="loading">{loading}</p>;
  if (items.length === 0)
    return (
      <EmptyState icon="stack" title={batches.empty}>
        <p>{batches.emptyWhy}</p>
      </EmptyState>
    );
  return (
    <>
      <ul class="batches">
        {items.map((batch) => (
          <BatchEntry key={batch.id} batch={batch} />
        ))}
      </ul>
      {loadMore && (
        <button type="button" class="button centred" onClick={loadMore}>
          {more}
        </button>
      )}
    </>
  );
}

function BatchEntry({ batch }: { readonly batch: Batch }) {
  const { batches } = messages.value;
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <a href={hrefOf({ view: 'batch', id: batch.id })}>{batch.reference ?? batches.number(batch.id)}</a>
        </h2>
        <time dateTime={batch.created_at}>{formatTime(batch.created_at)}</time>
      </div>
      <BatchProgress batch={batch} />
    </li>
  );
}
