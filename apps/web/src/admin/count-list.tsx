import type { Hint, Statistics } from '@ocr-web/api/client';
import { useId } from 'preact/hooks';
import { formatNumber } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import { adminMessages } from './admin-messages.ts';

/** How often each of a few things happened, as bars and in numbers. */
export function CountList({ title, counts }: { readonly title: string; readonly counts: Statistics['hints'] }) {
  const id = useId();
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {counts.length === 0 && <p class="facts">{adminMessages.value.none}</p>}
      <ul class="count-list">
        {counts.map(({ code, count }) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <span>{formatNumber(count)}</span>
            <span class="count-bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(code: string): string {
  const { hintTitles } = messages.value;
  return code in hintTitles ? hintTitles[code as Hint['code']] : code;
}
