import { parseMrz } from '@ocr-web/mrz';
import { factsOfDocument, v1Fields } from '@ocr-web/results';
import type { Answer } from './answer.ts';

/** For a peer that reads text only: our parser fills its form and proves its check digits. */
export function parseLines(answer: Answer): Answer {
  const document = parseMrz(answer.lines, { today: '2026-11-23' });
  if (document.format === null) return answer;
  const { number, date_of_birth, expiration_date, surname, names } = v1Fields(factsOfDocument(document));
  const checks_hold = document.checks.length > 0 && document.checks.every(({ holds }) => holds !== false);
  return { ...answer, form: { number, date_of_birth, expiration_date, surname, names }, checks_hold };
}
