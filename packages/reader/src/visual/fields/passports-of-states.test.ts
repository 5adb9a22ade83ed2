import { expect, test } from 'vitest';
import { layArrangement, passports } from '../../../test/visual/lay-arrangement.ts';
import { readLaidPage } from '../../../test/visual/read-laid-page.ts';

test.each(passports)('$name: every value that is legible is found, and nothing else', (arrangement) => {
  const { zone, lines, expected } = layArrangement(arrangement);
  const { values, checks } = readLaidPage(zone, lines);
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, values[key]]));
  expect(found).toEqual(expected);
  const further = Object.keys(values).filter((key) => !(key in expected));
  const printed = arrangement.rows.flat().map(([key]) => key);
  expect(further.filter((key) => !printed.includes(key))).toEqual([]);
  for (const key of ['surname', 'given_names', 'birth_date', 'expiry_date', 'nationality'])
    expect([key, checks[key as 'surname']]).toEqual([key, 'match']);
});
