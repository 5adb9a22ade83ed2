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
    return explainProblem(error.code, error.problem?.detail ?? error.message);
  }
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return explainProblem(String(code), typeof message === 'string' ? message : String(error));
}

/**
 * A refusal or failure in the page's language.
 *
 * @param english what the service or the reader said: in English it is the most precise
 */
export function explainProblem(code: string, english: string): string {
  return messages.value.problems[code] ?? english;
}
