import type { Document } from '@ocr-web/api/client';
import { Icon } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import { nameState } from '../../i18n/name-state.ts';
import type { Contradiction } from '../print/contradictions.ts';
import { rateScore } from './rate-confidence.ts';

const icons = { sure: 'check', check: 'alert', doubtful: 'cross' } as const;

type DocumentSummaryProps = { readonly document: Document; readonly contradictions: readonly Contradiction[] };

/** What kind of document it is, whether to believe it, what contradicts it, and whether it has expired. */
export function DocumentSummary({ document, contradictions }: DocumentSummaryProps) {
  const { result } = messages.value;
  const verdict = rateScore(document.score);
  return (
    <div class="summary">
      <h2>
        {result.types[document.type]}
        {document.issuer && <span class="summary-state">{nameState(document.issuer)}</span>}
      </h2>
      <p class="badges">
        <span class={`badge ${verdict}`}>
          <Icon name={icons[verdict]} />
          {result.verdict[verdict]} <small>{result.verdictWhy(document.score)}</small>
        </span>
        {contradictions.map(({ source, labels }) => (
          <span key={source} class="badge doubtful" data-contradiction={source}>
            <Icon name="cross" />
            {messages.value[source].contradicts(labels.join(', '))}
          </span>
        ))}
        {document.expired !== null && (
          <span class={`badge ${document.expired ? 'check' : 'plain'}`}>{document.expired ? result.expired : result.valid}</span>
        )}
        {document.format !== null && <span class="badge plain">{document.format}</span>}
      </p>
    </div>
  );
}
