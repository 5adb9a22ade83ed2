import type { TokenWithText } from '@ocr-web/api/client';
import { Dialog } from '../../controls/dialog.tsx';
import { messages } from '../../i18n/language.ts';
import { copyText } from '../../result/copy/copy-text.ts';
import { adminMessages } from '../admin-messages.ts';

/** Shows a new token, the only time that it can be shown. */
export function SecretDialog({ token, onClose }: { readonly token: TokenWithText; readonly onClose: () => void }) {
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
