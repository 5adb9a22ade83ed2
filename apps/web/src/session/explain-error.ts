import { isOcrWebError } from '@ocr-web/api/client';
import { messages } from '../i18n/language.ts';
import { signOut } from './session.ts';

/**
 * Says what went wrong, for a person. A token that is not accepted any more ends the session.
 */
export function explainError(error: unknown): string {
  if (isOcrWebError(error)) {
    if (error.status === 401) {
      signOut();
      return messages.value.session.ended;
    }
    return error.problem?.detail ?? error.message;
  }
  const { message } = error as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
