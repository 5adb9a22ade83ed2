import type { Statistics } from '@ocr-web/api/client';
import { formatBytes, formatNumber, formatShare, formatTime } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';

type TileProps = { readonly label: string; readonly value: string; readonly detail?: string };

function Tile({ label, value, detail }: TileProps) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd>{value}</dd>
      {detail !== undefined && <dd class="tile-detail">{detail}</dd>}
    </div>
  );
}

/** What waits and what is being read. */
export function StatusTiles({ statistics: { queue, outcomes } }: { readonly statistics: Statistics }) {
  const text = adminMessages.value;
  const oldest = queue.oldest_seconds;
  return (
    <section class="span" aria-label={text.now}>
      <dl class="tiles">
        <Tile label={text.waiting} value={formatNumber(queue.single)} />
        <Tile label={text.waitingBatch} value={formatNumber(queue.batch)} />
        <Tile label={text.processing} value={formatNumber(queue.processing)} />
        <Tile label={text.oldest} value={oldest === null ? '–' : text.seconds(formatNumber(Math.round(oldest)))} />
        {(['sure', 'unsure', 'no_zone', 'failed'] as const).map((name) => (
          <Tile key={name} label={text.outcomes[name]} value={formatNumber(outcomes[name])} />
        ))}
      </dl>
    </section>
  );
}

/** What is kept, for how long, and how much room there is. */
export function StorageTiles({ statistics: { storage, retention } }: { readonly statistics: Statistics }) {
  const text = adminMessages.value;
  return (
    <section class="card span" aria-labelledby="storage-title">
      <h2 id="storage-title">{text.storage}</h2>
      <dl class="tiles">
        <Tile label={text.keptScans} value={formatNumber(storage.scans)} />
        <Tile label={text.pictures} value={formatBytes(storage.picture_bytes)} />
        {storage.free_bytes !== null && storage.disk_bytes !== null && (
          <Tile
            label={text.free}
            value={formatBytes(storage.free_bytes)}
            detail={text.ofDisk(formatShare(storage.free_bytes / Math.max(storage.disk_bytes, 1)))}
          />
        )}
        <Tile label={text.retention} value={text.hours(retention.hours)} />
        <Tile label={text.nextExpiry} value={retention.next_expiry === null ? '–' : formatTime(retention.next_expiry)} />
      </dl>
    </section>
  );
}
