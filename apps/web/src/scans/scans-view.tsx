import type { Client, ScanSummary } from '@ocr-web/api/client';
import { useCallback, useState } from 'preact/hooks';
import { ConfirmDelete } from '../controls/confirm-delete.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { explainError } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { ScanTable } from './scan-table.tsx';
import { SignedInOnly } from './signed-in-only.tsx';
import { type Pages, usePages } from './use-pages.ts';

/** What was read with this token. */
export function ScansView() {
  const { scans } = messages.value;
  return (
    <div class="view">
      <h1>{scans.title}</h1>
      <p class="lead">{scans.lead}</p>
      <SignedInOnly>{(client) => <Scans client={client} />}</SignedInOnly>
    </div>
  );
}

function Scans({ client }: { readonly client: Client }) {
  const [reference, search] = useState('');
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      client.scans.listPage({ cursor, limit: 20, signal, reference: reference || undefined }),
    [client, reference],
  );
  const pages = usePages<ScanSummary>(load);
  return (
    <>
      <SearchForm reference={reference} onSearch={search} />
      <ScanPages pages={pages} isFiltered={reference !== ''} client={client} />
    </>
  );
}

function SearchForm({ reference, onSearch }: { readonly reference: string; readonly onSearch: (reference: string) => void }) {
  const { scans } = messages.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget as HTMLFormElement).get('reference')));
  };
  return (
    <search>
      <form class="search" onSubmit={submit} onReset={() => onSearch('')}>
        <label for="reference">{scans.search}</label>
        <input id="reference" name="reference" type="text" maxLength={200} autocomplete="off" />
        <button type="submit" class="button">
          <Icon name="search" />
          {scans.searchButton}
        </button>
        {reference !== '' && (
          <button type="reset" class="button quiet">
            {scans.clear}
          </button>
        )}
      </form>
    </search>
  );
}

type ScanPagesProps = { readonly pages: Pages<ScanSummary>; readonly isFiltered: boolean; readonly client: Client };

function ScanPages({ pages: { items, failure, loadMore, remove }, isFiltered, client }: ScanPagesProps) {
  const { scans, loading, loadMore: more } = messages.value;
  const [doomed, doom] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const confirm = async (id: number) => {
    doom(undefined);
    try {
      await client.scans.delete(id);
      remove((scan) => scan.id === id);
      announce(scans.deleted(id));
    } catch (error) {
      setRefusal(explainError(error));
    }
  };
  if (failure !== undefined || refusal !== undefined) return <Notice kind="error">{failure ?? refusal}</Notice>;
  if (!items) return <p class="loading">{loading}</p>;
  if (items.length === 0) return isFiltered ? <EmptyState icon="search" title={scans.noMatch} /> : <NoScans />;
  return (
    <>
      <ScanTable scans={items} onDelete={doom} />
      {loadMore && (
        <button type="button" class="button centred" onClick={loadMore}>
          {more}
        </button>
      )}
      {doomed !== undefined && (
        <ConfirmDelete
          title={scans.deleteTitle(doomed)}
          why={scans.deleteWhy}
          onConfirm={() => void confirm(doomed)}
          onCancel={() => doom(undefined)}
        />
      )}
    </>
  );
}

function NoScans() {
  const { scans } = messages.value;
  return (
    <EmptyState icon="document" title={scans.empty}>
      <p>{scans.emptyWhy}</p>
    </EmptyState>
  );
}
