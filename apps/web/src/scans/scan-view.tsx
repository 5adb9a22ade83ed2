import { type Client, isOcrWebError } from '@ocr-web/api/client';
import { useEffect, useState } from 'preact/hooks';
import { DeleteButton } from '../controls/delete-button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import type { ReadFile } from '../readers/picture-reader.ts';
import { openScan } from '../readers/read-on-service.ts';
import { ResultView } from '../result/result-view.tsx';
import { hrefOf } from '../routing/route.ts';
import { explainError } from '../session/explain-error.ts';
import { SignedInOnly } from './signed-in-only.tsx';

/** One scan of the service, with its picture. */
export function ScanView({ id }: { readonly id: number }) {
  return (
    <div class="view wide">
      <a class="back" href={hrefOf({ view: 'scans' })}>
        <Icon name="back" />
        {messages.value.scans.back}
      </a>
      <SignedInOnly>{(client) => <OpenScan client={client} id={id} />}</SignedInOnly>
    </div>
  );
}

function OpenScan({ client, id }: { readonly client: Client; readonly id: number }) {
  const { scans, loading } = messages.value;
  const [file, setFile] = useState<ReadFile>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    loadScan(client, id, leaving.signal).then(setFile, (error: unknown) => leaving.signal.aborted || setFailure(describe(error)));
    return () => leaving.abort();
  }, [client, id]);
  if (failure !== undefined)
    return (
      <Notice kind="error" title={scans.number(id)}>
        {failure}
      </Notice>
    );
  if (!file) return <p class="loading">{loading}</p>;
  const { deleteTitle, deleteWhy, deleted } = scans;
  const words = { title: deleteTitle(id), why: deleteWhy, deleted: deleted(id) };
  return <ResultView file={file} actions={<DeleteButton {...words} remove={() => client.scans.delete(id)} list={{ view: 'scans' }} />} />;
}

async function loadScan(client: Client, id: number, signal: AbortSignal): Promise<ReadFile> {
  const scan = await client.scans.wait(id, { signal });
  return openScan(client, scan, scan.reference ?? messages.value.scans.number(id));
}

function describe(error: unknown): string {
  return isOcrWebError(error) && error.status === 404 ? messages.value.scans.gone : explainError(error);
}
