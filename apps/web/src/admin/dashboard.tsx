import type { Client, Statistics } from '@ocr-web/api/client';
import { adminMessages } from './admin-messages.ts';
import { CountList } from './count-list.tsx';
import { DataTable } from './data-table.tsx';
import { HintChart, LatencyChart, OutcomeChart } from './period-charts.tsx';
import { StatusTiles, StorageTiles } from './status-tiles.tsx';
import { TokenSection } from './tokens/token-section.tsx';
import { WebhookSection } from './webhook-section.tsx';

type DashboardProps = {
  readonly client: Client;
  readonly statistics: Statistics;
  /** Asks for the figures again. */
  readonly onChange: () => void;
};

/** Everything that an operator wants to see, from what is now to what failed. */
export function Dashboard({ client, statistics, onChange }: DashboardProps) {
  const { hints, failures } = adminMessages.value;
  return (
    <div class="dashboard">
      <StatusTiles statistics={statistics} />
      <OutcomeChart statistics={statistics} />
      <LatencyChart statistics={statistics} />
      <HintChart statistics={statistics} />
      <CountList title={hints} counts={statistics.hints} />
      <CountList title={failures} counts={statistics.failures} />
      <StorageTiles statistics={statistics} />
      <TokenSection client={client} />
      <WebhookSection client={client} statistics={statistics} onChange={onChange} />
      <FailedScans statistics={statistics} />
    </div>
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
