import type { Token } from '@ocr-web/api/client';
import { formatTime } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';

/** Every token by its name; the tokens themselves are stored nowhere. */
export function TokenTable({ tokens, onRevoke }: { readonly tokens: readonly Token[]; readonly onRevoke: (token: Token) => void }) {
  const text = adminMessages.value;
  return (
    <table class="table plain">
      <caption class="visually-hidden">{text.tokens}</caption>
      <thead>
        <tr>
          <th scope="col">{text.tokenName}</th>
          <th scope="col">{text.tokenCreated}</th>
          <th scope="col">{text.tokenState}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              {token.name} {token.scopes.includes('admin') && <small>{text.mayOperate}</small>}
            </th>
            <td data-label={text.tokenCreated}>{formatTime(token.created_at)}</td>
            <td data-label={text.tokenState}>
              <span class={`state ${token.revoked_at === null ? 'completed' : ''}`}>
                {token.revoked_at === null ? text.active : text.revoked}
              </span>
            </td>
            <td class="row-actions">
              {token.revoked_at === null && (
                <button type="button" class="button quiet" aria-label={`${text.revoke}: ${token.name}`} onClick={() => onRevoke(token)}>
                  {text.revoke}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
