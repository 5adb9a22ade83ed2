import { allowedCharacters, type MrzDocument } from '@ocr-web/mrz';
import type { Repair } from '../../../reading.ts';
import { spell, topClasses } from './draft-document.ts';
import type { Candidate } from './list-candidates.ts';

/** Where a document differs from what the recogniser alone would have read, and what decided it. */
export function listRepairs({ hypothesis, lines }: Candidate, document: MrzDocument): Repair[] {
  const repairs: Repair[] = [];
  const head = lines[0]?.slice(0, 5) ?? '';
  for (const [line, posteriors] of hypothesis.posteriors.entries()) {
    const seen = spell(topClasses(posteriors.logProbs, posteriors.length));
    const text = lines[line] ?? '';
    for (let column = 0; column < text.length; column++) {
      const before = seen.charAt(column);
      const after = text.charAt(column);
      if (before === after) continue;
      const isAllowed = allowedCharacters(hypothesis.format, line, column, head).includes(before);
      repairs.push({ line, column, before, after, reason: isAllowed ? reasonAt(document, line, column) : 'alphabet' });
    }
  }
  return repairs;
}

function reasonAt(document: MrzDocument, line: number, column: number): Repair['reason'] {
  const proof = document.checks.find(
    ({ holds, position, over }) =>
      holds === true &&
      ((position.line === line && position.column === column) ||
        over.some(([at, start, end]) => at === line && start <= column && column < end)),
  );
  return proof ? { check: proof.name } : 'structure';
}
