import type { BatchResult, Client } from '@ocr-web/api/client';
import { DeleteButton } from '../controls/delete-button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { hrefOf } from '../routing/route.ts';
import { SignedInOnly } from '../scans/signed-in-only.tsx';
import { explainProblem } from '../session/explain-error.ts';
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
  const { deleteTitle, deleteWhy, deleted } = batches;
  const words = { title: deleteTitle(id), why: deleteWhy, deleted: deleted(id) };
  return (
    <>
      <div class="view-head">
        <h1>{batch?.reference ?? batches.number(id)}</h1>
        {batch && <DeleteButton {...words} remove={() => client.batches.delete(id)} list={{ view: 'batches' }} />}
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
