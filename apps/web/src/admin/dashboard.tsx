import type { Client, Statistics } from '@ocr-web/api/client';
import { adminMessages } from './admin-messages.ts';
import { CountList } from './count-list.tsx';
import { DataTable } from './data-table.tsx';
import { LatencyChart, OutcomeChart } from './period-charts.tsx';
import { StatusTiles, StorageTiles } from './status-tiles.tsx';
import { TokenSection } from './token-section.tsx';

/** Everything that an operator wants to see, from what is now to what failed. */
export function Dashboard({ client, statistics }: { readonly client: Client; readonly statistics: Statistics }) {
  const { hints, failures } = adminMessages.value;
  return (
    <div class="dashboard">
      <StatusTiles statistics={statistics} />
      <OutcomeChart statistics={statistics} />
      <LatencyChart statistics={statistics} />
      <CountList title={hints} counts={statistics.hints} />
      <CountList title={failures} counts={statistics.failures} />
      <StorageTiles statistics={statistics} />
      <TokenSection client={client} />
      <WebhookSection statistics={statistics} />
      <FailedScans statistics={statistics} />
    </div>
  );
}

function WebhookSection({ statistics: { webhooks, dead_letters: dead } }: { readonly statistics: Statistics }) {
  const text = adminMessages.value;
  return (
    <section class="card span" aria-labelledby="webhooks-title">
      <h2 id="webhooks-title">{text.webhooks}</h2>
      <DataTable
        caption={text.webhooks}
        empty={text.noWebhooks}
        columns={[text.host, text.tokenState, text.pending, text.dead]}
        rows={webhooks.map(({ id, host, status, pending, dead: given }) => ({
          key: id,
          cells: [host, status === 'active' ? text.active : text.disabled, pending, given],
        }))}
      />
      {dead.length > 0 && (
        <>
          <h3>{text.deadLetters}</h3>
          <DataTable
            caption={text.deadLetters}
            columns={[text.host, text.attempts, text.reason]}
            rows={dead.map(({ id, host, attempts, failure, http_status: status }) => ({
              key: String(id),
              cells: [host, attempts, [failure, status].filter((part) => part !== null).join(' ')],
            }))}
          />
        </>
      )}
    </section>
  );
}

function FailedScans({ statistics: { failed_scans: failed } }: { readonly statistics: Statistics }) {
  const text = adminMessages.value;
  return (
    <section class="card span" aria-labelledby="failed-title">
      <h2 id="failed-title">{text.failedScans}</h2>
      <p class="facts">{text.failedLead}</p>
      <DataTable
        caption={text.failedScans}
        empty={text.none}
        columns={[text.scan, text.reason, text.file, text.attempts, text.time]}
        rows={failed.map(({ id, code, media_type: type, bytes, attempts, finished_at: at }) => ({
          key: String(id),
          cells: [id, code, { bytes, of: type }, attempts, { time: at }],
        }))}
      />
    </section>
  );
}
