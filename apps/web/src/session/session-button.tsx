import { messages } from '../i18n/language.ts';
import { requireClient } from './require-client.ts';
import { client, signOut } from './session.ts';

/** Signs in or out. */
export function SessionButton() {
  const { session } = messages.value;
  return client.value ? (
    <button type="button" class="button quiet" onClick={signOut}>
      {session.signOut}
    </button>
  ) : (
    <button type="button" class="button quiet" onClick={() => void requireClient()}>
      {session.signIn}
    </button>
  );
}
