import type { Document, Hint } from '@ocr-web/api/client';
import { Notice } from '../../controls/notice.tsx';
import { messages } from '../../i18n/language.ts';

/** What is wrong with the picture and what to do about it. */
export function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  const { hintTitles, hintSentence } = messages.value;
  return (
    <>
      {hints.map((hint) => (
        <Notice key={`${hint.code}-${hint.page}-${hint.document}-${hint.line}`} kind="advice" title={hintTitles[hint.code]}>
          <p data-hint={hint.code}>{hintSentence(hint)}</p>
        </Notice>
      ))}
    </>
  );
}

/** What is odd about the lines, and what was read otherwise than the picture alone says. */
export function Findings({ document }: { readonly document: Document }) {
  const { result } = messages.value;
  const { issues, repairs } = document;
  return (
    <>
      {issues.length > 0 && (
        <section class="card" aria-labelledby="issues-title">
          <h3 id="issues-title">{result.issues}</h3>
          <ul class="findings">
            {issues.map(({ code, message, line, column }) => (
              <li key={`${code}-${line}-${column}`}>
                {result.position(line + 1, column + 1)}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {repairs.length > 0 && (
        <section class="card" aria-labelledby="repairs-title">
          <h3 id="repairs-title">{result.repairs}</h3>
          <ul class="findings">
            {repairs.map(({ line, column, before, after, reason }) => (
              <li key={`${line}-${column}`}>
                {result.position(line + 1, column + 1)}: {result.repair(before, after)} ({result.reasons[reason]})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
