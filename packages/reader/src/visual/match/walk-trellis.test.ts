import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { alignPattern } from './align-pattern.ts';
import { buildTrellis } from './build-trellis.ts';
import { datePattern } from './date-pattern.ts';
import { namePattern } from './name-pattern.ts';
import { graphOf } from './pattern-graph.ts';
import type { TextPattern } from './text-pattern.ts';
import { walkTrellis } from './walk-trellis.ts';

/** What the best way costs where none is left. */
function costOfAll(pattern: TextPattern, text: string): number | undefined {
  const graph = graphOf(pattern);
  const { scores } = layLines([[text, 0, 0]])[0]!;
  const trellis = buildTrellis(graph, new Uint8Array(graph.edges.length).fill(1), scores);
  const back = new Int32Array(scores.steps * (trellis.nodes + trellis.edges.length));
  return walkTrellis(trellis, scores, back, -1e300)?.cost;
}

test.each(['01 MAI /MAY 1985', '1985-05-01', 'on 02.05.1985 M', '03 JUN 1986', '31.12.2001', 'SPECIMEN'])(
  'the best way through the most probable ones is the best of all, whatever it costs: %s',
  (text) => {
    for (const pattern of [datePattern({ year: 1985, month: 5, day: 1 }, 4), namePattern(['MAE', 'SPECIMENS'])])
      expect(alignPattern(layLines([[text, 0, 0]])[0]!.scores, pattern)?.cost).toBe(costOfAll(pattern, text));
  },
);

test('a text of no characters stands nowhere', () => {
  const { scores } = layLines([['SPECIMEN', 0, 0]])[0]!;
  expect(alignPattern(scores, { nodes: 1, end: 0, edges: [], expected: '' })).toBeUndefined();
});
