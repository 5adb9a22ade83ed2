import type { Client, Token, TokenWithText } from '@ocr-web/api/client';
import { useEffect, useState } from 'preact/hooks';
import { ConfirmDelete } from '../../controls/confirm-delete.tsx';
import { Notice } from '../../controls/notice.tsx';
import { explainError } from '../../session/explain-error.ts';
import { announce } from '../../shell/announce.ts';
import { adminMessages } from '../admin-messages.ts';
import { CreateTokenForm } from './create-token-form.tsx';
import { RotateTokenDialog } from './rotate-token-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { TokenTable } from './token-table.tsx';

/** The tokens: who has one, and ways to make, rotate and revoke them. */
export function TokenSection({ client }: { readonly client: Client }) {
  const text = adminMessages.value;
  const [tokens, setTokens] = useState<readonly Token[]>([]);
  const [failure, setFailure] = useState<string>();
  const [made, setMade] = useState<TokenWithText>();
  const [doomed, doom] = useState<Token>();
  const [rotated, rotate] = useState<Token>();
  const load = () => client.admin.listTokens().then(setTokens, (error: unknown) => setFailure(explainError(error)));
  useEffect(() => void load(), [client]);
  const attempt = async (work: Promise<void>) => {
    await work.catch((error: unknown) => setFailure(explainError(error)));
    await load();
  };
  const renew = async ({ id }: Token, overlap: number) => {
    rotate(undefined);
    setMade(await client.admin.rotateToken(id, { overlap_seconds: overlap }));
  };
  const revoke = async ({ id, name }: Token) => {
    doom(undefined);
    await client.admin.revokeToken(id);
    announce(text.tokenRevoked(name));
  };
  return (
    <section class="card span" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{text.tokens}</h2>
      {failure !== undefined && <Notice kind="error">{failure}</Notice>}
      <TokenTable tokens={tokens} onRotate={rotate} onRevoke={doom} />
      <CreateTokenForm onCreate={(token) => void attempt(client.admin.createToken(token).then(setMade))} />
      {made && <SecretDialog token={made} onClose={() => setMade(undefined)} />}
      {rotated && (
        <RotateTokenDialog
          name={rotated.name}
          onRotate={(overlap) => void attempt(renew(rotated, overlap))}
          onCancel={() => rotate(undefined)}
        />
      )}
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
