import type { Statistics } from '@ocr-web/api/client';
import { useId } from 'preact/hooks';
import { formatNumber } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';
import { nameHint } from './name-hint.ts';

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
            <span>{nameHint(code)}</span>
            <span>{formatNumber(count)}</span>
            <span class="count-bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
