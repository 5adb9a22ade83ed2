import type { ScanSummary } from '@ocr-web/api/client';
import { Icon } from '../controls/icon.tsx';
import { formatTime } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import { hrefOf } from '../routing/route.ts';
import { explainProblem } from '../session/explain-error.ts';

type ScanTableProps = { readonly scans: readonly ScanSummary[]; readonly onDelete: (id: number) => void };

/** Scans in rows: nothing that was read is in them. */
export function ScanTable({ scans: items, onDelete }: ScanTableProps) {
  const { scans } = messages.value;
  return (
    <table class="table">
      <caption class="visually-hidden">{scans.title}</caption>
      <thead>
        <tr>
          <th scope="col">{scans.title}</th>
          <th scope="col">{scans.reference}</th>
          <th scope="col">{scans.created}</th>
          <th scope="col">{scans.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {items.map((scan) => (
          <ScanRow key={scan.id} scan={scan} onDelete={onDelete} />
        ))}
      </tbody>
    </table>
  );
}

function ScanRow({ scan, onDelete }: { readonly scan: ScanSummary; readonly onDelete: (id: number) => void }) {
  const { scans, batches, delete: remove } = messages.value;
  const { id, reference, batch_id: batchId, created_at: createdAt, status, error } = scan;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ view: 'scan', id })}>{scans.number(id)}</a>
        {batchId !== null && (
          <small>
            <a href={hrefOf({ view: 'batch', id: batchId })}>{batches.number(batchId)}</a>
          </small>
        )}
      </th>
      <td data-label={scans.reference}>{reference ?? '–'}</td>
      <td data-label={scans.created}>
        <time dateTime={createdAt}>{formatTime(createdAt)}</time>
      </td>
      <td data-label={scans.state}>
        <span class={`state ${status}`}>{scans.states[status]}</span>
        {error && <small>{explainProblem(error.code, error.message)}</small>}
      </td>
      <td class="row-actions">
        <button type="button" class="button quiet square" aria-label={`${remove}: ${scans.number(id)}`} onClick={() => onDelete(id)}>
          <Icon name="trash" />
        </button>
      </td>
    </tr>
  );
}
