import type { Statistics } from '@ocr-web/api/client';
import { formatNumber, formatTime } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';

type DeadLetterTableProps = { readonly letters: Statistics['dead_letters']; readonly onResend: (id: number) => void };

/** Deliveries that were given up, each with a way to send it again. */
export function DeadLetterTable({ letters, onResend }: DeadLetterTableProps) {
  const text = adminMessages.value;
  return (
    <>
      <h3>{text.deadLetters}</h3>
      <table class="table plain">
        <caption class="visually-hidden">{text.deadLetters}</caption>
        <thead>
          <tr>
            {[text.delivery, text.host, text.attempts, text.reason, text.time].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {letters.map(({ id, host, attempts, failure, http_status: status, created_at: at }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td data-label={text.host}>{host}</td>
              <td data-label={text.attempts}>{formatNumber(attempts)}</td>
              <td data-label={text.reason}>{[failure, status].filter((part) => part !== null).join(' ') || '–'}</td>
              <td data-label={text.time}>{formatTime(at)}</td>
              <td class="row-actions">
                <button type="button" class="button quiet" aria-label={`${text.resend}: ${id}`} onClick={() => onResend(id)}>
                  {text.resend}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
