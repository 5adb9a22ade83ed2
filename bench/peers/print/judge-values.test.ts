import { expect, test } from 'vitest';
import { emptyTally, judge } from './judge-values.ts';
import { toReadings } from './text-box.ts';

const label = {
  file: 'a.png',
  fields: { surname: 'Müller', birth_date: '12.08.1974', address: 'Main Street 1' },
  iso: { birth_date: '1974-08-12' },
  tolerated: ['authority'],
};

test('right, wrong, sure and wrong, invented, and what does not count', () => {
  const tally = emptyTally();
  judge(
    label,
    {
      surname: { value: 'MULLER', confidence: 0.96 },
      birth_date: { value: '12 08 1974', confidence: 0.9 },
      authority: { value: 'X', confidence: 0.5 },
      issue_date: { value: '01.01.2020', confidence: 0.5 },
    },
    tally,
  );
  expect(tally).toEqual({ printed: 3, right: 1, wrong: 1, sureAndWrong: 1, invented: 1 });
});

test("a peer's lines become readings at their places, without the zone's", () => {
  const boxes = [
    { text: 'P<UTOERIKSSON<<ANNA', confidence: 0.9, box: [0, 90, 400, 110] },
    { text: 'Ærikßon★', confidence: 0.9, box: [10, 20, 90, 40] },
  ] as const;
  const [reading, ...others] = toReadings(boxes);
  expect([others, reading?.text, reading?.line.left, reading?.line.right, reading?.line.baseLine]).toEqual([[], 'Ærikßon', 10, 90, 37]);
});
