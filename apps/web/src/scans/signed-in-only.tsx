import type { Client } from '@ocr-web/api/client';
import type { ComponentChildren } from 'preact';
import { EmptyState } from '../controls/empty-state.tsx';
import { messages } from '../i18n/language.ts';
import { requireClient } from '../session/require-client.ts';
import { client } from '../session/session.ts';

/** Shows what needs a token to who has one, and asks the others for theirs. */
export function SignedInOnly({ children }: { readonly children: (client: Client) => ComponentChildren }) {
  const { session } = messages.value;
  if (client.value) return <>{children(client.value)}</>;
  return (
    <EmptyState icon="document" title={session.needed}>
      <button type="button" class="button primary" onClick={() => void requireClient()}>
        {session.signIn}
      </button>
    </EmptyState>
  );
}
