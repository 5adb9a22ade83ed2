import type { Hint } from '@ocr-web/api/client';
import { messages } from '../i18n/language.ts';

/** The title of a hint in the page's language; any other code as it is. */
export function nameHint(code: string): string {
  const { hintTitles } = messages.value;
  return code in hintTitles ? hintTitles[code as Hint['code']] : code;
}
