import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FieldReading, MrzDocument } from '../src/document.ts';
import type { Evidence } from '../src/evidence.ts';
import { parseMrz } from '../src/parse-mrz.ts';
import { scoreDocument } from '../src/score-document.ts';

const folder = join(import.meta.dirname, '../specimens');

/**
 * Everything that a document says, in lines short enough to be read: what is long and regular
 * (blind spots, places) becomes one word each.
 */
function summarise(document: MrzDocument) {
  return {
    ...document,
    fields: Object.fromEntries(Object.values(document.fields).map((field) => [field.field, summariseField(field)])),
    numbers: Object.fromEntries(
      Object.values(document.numbers).map((number) => [
        number.role,
        [number.value, summariseEvidence(number.evidence), number.proofs.map((proof) => `${proof.name} ${proof.holds}`).join(' ')].join(
          ' | ',
        ),
      ]),
    ),
    mainNumber: document.mainNumber?.role,
    checks: document.checks.map(
      ({ name, holds, position, printed, expected }) =>
        `${name}: ${holds}, "${printed}" at ${position.line},${position.column}, expected ${expected}`,
    ),
    issues: document.issues.map(({ code, line, column, length, text }) => `${code} ${line},${column}+${length} "${text}"`),
    score: scoreDocument(document, 1),
  };
}

function summariseField({ raw, value, spans, evidence }: FieldReading): string {
  return `"${raw}" ${spans.map((span) => span.join(',')).join(' ')} | ${value} | ${summariseEvidence(evidence)}`;
}

function summariseEvidence({ status, by, blind }: Evidence): string {
  return [status, ...by, ...blind.map((spot) => `${spot.printed}~${spot.unseen.join('')}`)].join(' ');
}

describe('published specimens', () => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name, 'lines.txt'), 'utf8');
    it(`${name}: ${text.slice(2, text.indexOf('\n'))}`, async () => {
      const lines = text.split('\n').slice(1);
      const summary = summarise(parseMrz(lines, { today: '2026-11-23' }));
      const expected = join(folder, name, 'expected.txt');
      await expect(`${JSON.stringify(summary, null, 2)}\n`).toMatchFileSnapshot(expected);
    });
  }
});
