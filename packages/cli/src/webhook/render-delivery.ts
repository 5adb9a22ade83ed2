import { stripVTControlCharacters } from 'node:util';
import type { VerifiedDelivery } from './verify-delivery.ts';

type Answered = VerifiedDelivery & { readonly answered: number };

/** One line for people: when, what, about what, whether it is genuine, what was answered. */
export function renderDelivery({ receivedAt, id, verdict, reason, event, answered }: Answered): string {
  const { type, data } = (typeof event === 'object' && event !== null ? event : {}) as { type?: unknown; data?: unknown };
  const parts = [
    receivedAt.toISOString().slice(11, 19),
    typeof type === 'string' ? type : 'no event',
    JSON.stringify(data ?? event) ?? '',
    id ?? 'no webhook-id',
    reason === undefined ? verdict : `${verdict}: ${reason}`,
    `answered ${answered}`,
  ];
  // A stranger may have sent it, and a terminal obeys control characters.
  return stripVTControlCharacters(parts.join('  ')).replace(/\p{Cc}/gu, '?');
}

/** One JSON object for programs. */
export function describeDelivery({ receivedAt, id, verdict, reason, event, answered }: Answered): Record<string, unknown> {
  return { received_at: receivedAt.toISOString(), webhook_id: id ?? null, verdict, reason: reason ?? null, answered, event };
}
