import type { Client, Token, TokenWithText } from '@ocr-web/api/client';
import { useEffect, useState } from 'preact/hooks';
import { ConfirmDelete } from '../controls/confirm-delete.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { copyText } from '../result/copy-text.ts';
import { explainError } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { adminMessages } from './admin-messages.ts';
import { CreateTokenForm } from './create-token-form.tsx';
import { TokenTable } from './token-table.tsx';

/** The tokens: who has one, and ways to make and revoke them. */
export function TokenSection({ client }: { readonly client: Client }) {
  const text = adminMessages.value;
  const [tokens, setTokens] = useState<readonly Token[]>([]);
  const [failure, setFailure] = useState<string>();
  const [made, setMade] = useState<TokenWithText>();
  const [doomed, doom] = useState<Token>();
  const load = () => client.admin.listTokens().then(setTokens, (error: unknown) => setFailure(explainError(error)));
  useEffect(() => void load(), [client]);
  const attempt = async (work: Promise<void>) => {
    await work.catch((error: unknown) => setFailure(explainError(error)));
    await load();
  };
  const create = async (name: string, isAdmin: boolean) =>
    setMade(await client.admin.createToken({ name, scopes: isAdmin ? ['admin'] : [] }));
  const revoke = async ({ id, name }: Token) => {
    doom(undefined);
    await client.admin.revokeToken(id);
    announce(text.tokenRevoked(name));
  };
  return (
    <section class="card span" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{text.tokens}</h2>
      {failure !== undefined && <Notice kind="error">{failure}</Notice>}
      <TokenTable tokens={tokens} onRevoke={doom} />
      <CreateTokenForm onCreate={(name, isAdmin) => void attempt(create(name, isAdmin))} />
      {made && <SecretDialog token={made} onClose={() => setMade(undefined)} />}
      {doomed && (
        <ConfirmDelete
          title={text.revokeTitle(doomed.name)}
          why={text.revokeWhy}
          action={text.revoke}
          onConfirm={() => void attempt(revoke(doomed))}
          onCancel={() => doom(undefined)}
        />
      )}
    </section>
  );
}

/** Shows a new token, the only time that it can be shown. */
function SecretDialog({ token, onClose }: { readonly token: TokenWithText; readonly onClose: () => void }) {
  const text = adminMessages.value;
  return (
    <Dialog title={text.secretTitle} onClose={onClose}>
      <p>{text.secretWhy}</p>
      <p class="secret">
        <code>{token.token}</code>
      </p>
      <div class="actions end">
        <button type="button" class="button primary" onClick={() => void copyText(token.token, text.secretTitle)}>
          {text.secretCopy}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {messages.value.close}
        </button>
      </div>
    </Dialog>
  );
}
