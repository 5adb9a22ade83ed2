import { useState } from 'preact/hooks';
import { Dialog } from '../controls/dialog.tsx';
import { messages } from '../i18n/language.ts';
import { announce } from '../shell/announce.ts';
import { pendingSignIn } from './require-client.ts';
import { type SignInFailure, signIn } from './session.ts';

/** Asks for a token while somebody waits for one. */
export function SignInDialog() {
  const pending = pendingSignIn.value;
  if (!pending) return null;
  return (
    <Dialog title={messages.value.session.title} onClose={pending.end}>
      <SignInForm isRenewal={pending.isRenewal} onDone={pending.end} />
    </Dialog>
  );
}

function SignInForm({ isRenewal, onDone }: { readonly isRenewal: boolean; readonly onDone: () => void }) {
  const { session } = messages.value;
  const [failure, setFailure] = useState<SignInFailure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const failed = await signIn(String(form.get('token')), form.has('keep'));
    setBusy(false);
    setFailure(failed);
    if (!failed) {
      announce(session.title);
      onDone();
    }
  };
  return (
    <form class="form" onSubmit={(event) => void submit(event)}>
      <p id="sign-in-why">{isRenewal ? session.ended : session.why}</p>
      <TokenField failure={failure} />
      <label class="tick">
        <input type="checkbox" name="keep" />
        <span>
          {session.keep}
          <small>{session.keepWhy}</small>
        </span>
      </label>
      <div class="actions end">
        <button type="submit" class="button primary" disabled={isBusy}>
          {session.signIn}
        </button>
      </div>
    </form>
  );
}

function TokenField({ failure }: { readonly failure: SignInFailure | undefined }) {
  const { session } = messages.value;
  const [isShown, setShown] = useState(false);
  const text = failure === undefined ? '' : typeof failure === 'string' ? session[failure] : session.unreachable(failure.unreachable);
  return (
    <div class="field">
      <label for="token">{session.token}</label>
      <input
        id="token"
        name="token"
        {...(isShown ? { type: 'text' } : { type: 'password' })}
        required
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={failure !== undefined}
        aria-describedby="sign-in-why token-error"
      />
      <p id="token-error" class="field-error" role="alert">
        {text}
      </p>
      <label class="tick">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
        <span>{session.show}</span>
      </label>
    </div>
  );
}
