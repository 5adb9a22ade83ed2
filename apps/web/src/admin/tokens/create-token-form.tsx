import type { TokenScope } from '@ocr-web/api/client';
import { adminMessages } from '../admin-messages.ts';

/** What a form asks of a new token. */
export type RequestedToken = { readonly name: string; readonly scopes: TokenScope[]; readonly expires_at?: string };

const scopes: readonly TokenScope[] = ['scan', 'read', 'delete', 'portrait', 'admin'];
const lifetimes = ['', '30', '90', '365'] as const;
const dayMs = 86_400_000;

/** Asks for the name of a new token, what it may do and how long. */
export function CreateTokenForm({ onCreate }: { readonly onCreate: (token: RequestedToken) => void }) {
  const text = adminMessages.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const name = String(values.get('name')).trim();
    const chosen = scopes.filter((scope) => values.has(scope));
    if (name === '' || chosen.length === 0) return;
    const days = Number(values.get('days'));
    onCreate({ name, scopes: chosen, ...(days > 0 && { expires_at: new Date(Date.now() + days * dayMs).toISOString() }) });
    form.reset();
  };
  return (
    <form class="search" onSubmit={submit} aria-label={text.createToken}>
      <label for="token-name">{text.newTokenName}</label>
      <input id="token-name" name="name" type="text" required maxLength={200} autocomplete="off" />
      <fieldset class="ticks">
        <legend>{text.tokenScopes}</legend>
        {scopes.map((scope) => (
          <label key={scope} class="tick">
            <input type="checkbox" name={scope} defaultChecked={scope !== 'admin' && scope !== 'portrait'} />
            <span>{text.scopes[scope]}</span>
          </label>
        ))}
      </fieldset>
      <label class="chosen">
        {text.tokenExpires}
        <select name="days">
          {lifetimes.map((days) => (
            <option key={days} value={days}>
              {days === '' ? text.never : text.inDays(Number(days))}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary">
        {text.create}
      </button>
    </form>
  );
}
