import type { Token } from '@ocr-web/api/client';
import { formatList, formatTime } from '../../i18n/formats.ts';
import { adminMessages } from '../admin-messages.ts';

type TokenTableProps = {
  readonly tokens: readonly Token[];
  readonly onRotate: (token: Token) => void;
  readonly onRevoke: (token: Token) => void;
};

/** Every token by its name; the tokens themselves are stored nowhere. */
export function TokenTable({ tokens, onRotate, onRevoke }: TokenTableProps) {
  const text = adminMessages.value;
  return (
    <table class="table plain tokens">
      <caption class="visually-hidden">{text.tokens}</caption>
      <thead>
        <tr>
          <th scope="col">{text.tokenName}</th>
          <th scope="col">{text.tokenPrefix}</th>
          <th scope="col">{text.tokenScopes}</th>
          <th scope="col">{text.tokenUsed}</th>
          <th scope="col">{text.tokenExpires}</th>
          <th scope="col">{text.tokenState}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRotate={onRotate} onRevoke={onRevoke} />
        ))}
      </tbody>
    </table>
  );
}

type State = 'active' | 'expired' | 'revoked';

function stateOf({ revoked_at: revoked, expires_at: end }: Token): State {
  if (revoked !== null) return 'revoked';
  return end !== null && Date.parse(end) <= Date.now() ? 'expired' : 'active';
}

/** Says what is not as the settings say. */
function describeLimits({ scans_per_day: scans, retain_minutes: results, retain_picture_minutes: files }: Token): string[] {
  const text = adminMessages.value;
  return [
    ...(scans === null ? [] : [text.scansPerDay(scans)]),
    ...(results === null ? [] : [text.resultsKept(results)]),
    ...(files === null ? [] : [text.filesKept(files)]),
  ];
}

function TokenRow({ token, onRotate, onRevoke }: Omit<TokenTableProps, 'tokens'> & { readonly token: Token }) {
  const text = adminMessages.value;
  const state = stateOf(token);
  const limits = describeLimits(token);
  return (
    <tr>
      <th scope="row">
        {token.name} <small>{text.createdAt(formatTime(token.created_at))}</small>
      </th>
      <td data-label={text.tokenPrefix}>{token.prefix === null ? '–' : <code>{token.prefix}…</code>}</td>
      <td data-label={text.tokenScopes}>
        {formatList(token.scopes.map((scope) => text.scopes[scope]))}
        {limits.length > 0 && <small> {formatList(limits)}</small>}
      </td>
      <td data-label={text.tokenUsed}>{token.last_used_at === null ? text.neverUsed : formatTime(token.last_used_at)}</td>
      <td data-label={text.tokenExpires}>{token.expires_at === null ? text.never : formatTime(token.expires_at)}</td>
      <td data-label={text.tokenState}>
        <span class={`state ${state === 'active' ? 'completed' : ''}`}>{text[state]}</span>
      </td>
      <td class="row-actions token-actions">
        {state === 'active' && (
          <>
            <button type="button" class="button quiet" aria-label={`${text.rotate}: ${token.name}`} onClick={() => onRotate(token)}>
              {text.rotate}
            </button>
            <button type="button" class="button quiet" aria-label={`${text.revoke}: ${token.name}`} onClick={() => onRevoke(token)}>
              {text.revoke}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
