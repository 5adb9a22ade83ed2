import type { BatchResult, Client } from '@ocr-web/api/client';
import { useState } from 'preact/hooks';
import { ConfirmDelete } from '../controls/confirm-delete.tsx';
import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { goTo, hrefOf } from '../routing/route.ts';
import { SignedInOnly } from '../scans/signed-in-only.tsx';
import { explainError, explainProblem } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { BatchProgress } from './batch-progress.tsx';
import { useBatch } from './use-batch.ts';

/** One batch: how far it is, and what came of each file. */
export function BatchView({ id }: { readonly id: number }) {
  return (
    <div class="view">
      <a class="back" href={hrefOf({ view: 'batches' })}>
        <Icon name="back" />
        {messages.value.batches.back}
      </a>
      <SignedInOnly>{(client) => <OpenBatch client={client} id={id} />}</SignedInOnly>
    </div>
  );
}

function OpenBatch({ client, id }: { readonly client: Client; readonly id: number }) {
  const { batches, loading } = messages.value;
  const { batch, results, failure } = useBatch(client, id);
  return (
    <>
      <div class="view-head">
        <h1>{batch?.reference ?? batches.number(id)}</h1>
        {batch && <DeleteBatch client={client} id={id} />}
      </div>
      {failure !== undefined && <Notice kind="error">{failure}</Notice>}
      {batch ? <BatchProgress batch={batch} /> : failure === undefined && <p class="loading">{loading}</p>}
      <h2>{batches.results}</h2>
      <ul class="batch-results">
        {results.map((result) => (
          <BatchFile key={result.index} result={result} />
        ))}
      </ul>
    </>
  );
}

function BatchFile({ result: { index, file_name: name, scan, error } }: { readonly result: BatchResult }) {
  const { batches, result, scans } = messages.value;
  const label = name ?? String(index + 1);
  const [document] = scan?.result?.documents ?? [];
  return (
    <li>
      {scan ? <a href={hrefOf({ view: 'scan', id: scan.id })}>{label}</a> : <span>{label}</span>}
      <span class={`state ${error ? 'failed' : 'completed'}`}>{error ? scans.states.failed : scans.states.completed}</span>
      <span class="batch-outcome">
        {error
          ? explainProblem(error.code, error.message)
          : document
            ? `${result.types[document.type]} · ${document.main_number ?? '–'}`
            : batches.nothingRead}
      </span>
    </li>
  );
}

function DeleteBatch({ client, id }: { readonly client: Client; readonly id: number }) {
  const { batches, delete: remove } = messages.value;
  const [isAsking, ask] = useState(false);
  const confirm = async () => {
    ask(false);
    try {
      await client.batches.delete(id);
      announce(batches.deleted(id));
      goTo({ view: 'batches' });
    } catch (error) {
      announce(explainError(error));
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => ask(true)}>
        <Icon name="trash" />
        {remove}
      </button>
      {isAsking && (
        <ConfirmDelete
          title={batches.deleteTitle(id)}
          why={batches.deleteWhy}
          onConfirm={() => void confirm()}
          onCancel={() => ask(false)}
        />
      )}
    </>
  );
}
