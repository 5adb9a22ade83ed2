import type { Client, Statistics } from '@ocr-web/api/client';
import { useState } from 'preact/hooks';
import { Notice } from '../controls/notice.tsx';
import { explainError } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { adminMessages } from './admin-messages.ts';
import { DataTable } from './data-table.tsx';
import { DeadLetterTable } from './dead-letter-table.tsx';

type WebhookSectionProps = { readonly client: Client; readonly statistics: Statistics; readonly onChange: () => void };

/**
 * Where events go, and what could not be delivered; of an address only the host is shown, and
 * nothing of what a delivery carries.
 */
export function WebhookSection({ client, statistics: { webhooks, dead_letters: dead }, onChange }: WebhookSectionProps) {
  const text = adminMessages.value;
  const [failure, setFailure] = useState<string>();
  const resend = async (id: number) => {
    setFailure(undefined);
    try {
      await client.admin.resendDeadLetter(id);
      announce(text.resent);
    } catch (error) {
      setFailure(explainError(error));
    }
    onChange();
  };
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
      {failure !== undefined && <Notice kind="error">{failure}</Notice>}
      {dead.length > 0 && <DeadLetterTable letters={dead} onResend={(id) => void resend(id)} />}
    </section>
  );
}
