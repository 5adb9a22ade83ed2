import type { Document } from '@ocr-web/api/client';
import { formatList, formatShare } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { rateConfidence, type Sureness } from './rate-confidence.ts';

/** The lines as they were read, each character in the colour of its confidence. */
export function ZoneLines({ document }: { readonly document: Document }) {
  const { result } = messages.value;
  return (
    <section class="card" aria-labelledby="lines-title">
      <div class="card-head">
        <h3 id="lines-title">{result.lines}</h3>
        <CopyButton text={document.lines.join('\n')} name={result.lines} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in */}
      <div class="zone-lines" role="group" tabIndex={0} aria-labelledby="lines-title" dir="ltr">
        {document.lines.map((text, line) => (
          <code key={line}>{groupBySureness(document, line, text).map(([sureness, part]) => markPart(sureness, part))}</code>
        ))}
      </div>
      <Doubts document={document} />
      <SurenessLegend />
    </section>
  );
}

type Part = [Sureness, string];

function groupBySureness({ character_confidences: confidences, confidence }: Document, line: number, text: string): Part[] {
  const parts: Part[] = [];
  for (const [column, character] of [...text].entries()) {
    const sureness = rateConfidence(confidences[line]?.[column] ?? confidence);
    const last = parts.at(-1);
    if (last?.[0] === sureness) last[1] += character;
    else parts.push([sureness, character]);
  }
  return parts;
}

function markPart(sureness: Sureness, part: string) {
  return sureness === 'sure' ? part : <mark class={sureness}>{part}</mark>;
}

function Doubts({ document }: { readonly document: Document }) {
  const { result } = messages.value;
  const doubts = document.doubts.filter(({ confidence }) => rateConfidence(confidence) !== 'sure');
  if (doubts.length === 0) return null;
  return (
    <ul class="findings">
      {doubts.map(({ line, column, character, alternatives }) => (
        <li key={`${line}-${column}`}>
          {result.position(line + 1, column + 1)}: <code>{character}</code>{' '}
          {result.mayBe(formatList(alternatives.map((other) => `${other.character} (${formatShare(other.probability)})`)))}
        </li>
      ))}
    </ul>
  );
}

function SurenessLegend() {
  const { legend, confidence } = messages.value.result;
  return (
    <p class="legend">
      {legend}:
      {(['sure', 'likely', 'doubtful'] as const).map((sureness) => (
        <span key={sureness} class={`legend-entry ${sureness}`}>
          {confidence[sureness]}
        </span>
      ))}
    </p>
  );
}
