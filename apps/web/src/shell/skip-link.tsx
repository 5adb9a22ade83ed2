import { messages } from '../i18n/language.ts';

/** The first stop of the keyboard: past the header. The address after `#` is that of the view. */
export function SkipLink() {
  return (
    <button type="button" class="skip-link" onClick={() => document.getElementById('content')?.focus()}>
      {messages.value.skipToContent}
    </button>
  );
}
