import { expect, test } from 'vitest';
import { renderEndurance, renderThroughput } from './render-cost.ts';

const machine = 'a machine';

test('pictures a second, by kind', () => {
  const results = [{ kind: 'with a zone', perSecond: 110.3, zones: '100 %' }];
  expect(renderThroughput({ machine, readers: 2, results }).split('\n').slice(2)).toEqual([
    'JPEG pictures of 1280 x 720 pixels through a pool of 2 readers, by `node bench/throughput.ts --write` on a machine.',
    '',
    '| 1280 x 720  | pictures a second | with a zone found |',
    '|-------------|------------------:|------------------:|',
    '| with a zone |             110.3 |             100 % |',
  ]);
});

test('memory and time of each part of an endurance run', () => {
  const part = { pictures: 400, resident_mib: 178.4, cpu_ms: 22.04, exact: 199, positives: 200, sureAndWrong: 0, ghosts: 0 };
  expect(
    renderEndurance({ machine, parts: [part] })
      .split('\n')
      .slice(4),
  ).toEqual([
    '| pictures | resident, MiB | processor ms a picture |      right | sure and wrong | no zone, yet sure |',
    '|----------|--------------:|-----------------------:|-----------:|---------------:|------------------:|',
    '| 400      |           178 |                   22.0 | 199 of 200 |              0 |                 0 |',
  ]);
});
