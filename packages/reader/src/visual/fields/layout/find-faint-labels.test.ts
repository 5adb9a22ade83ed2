import { describe, expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { italy } from '../../tables/layouts/italy.ts';
import { findFaintLabels } from './find-faint-labels.ts';

const passport = italy.find(({ formats }) => formats.includes('TD3'))!;
const find = (text: string) =>
  findFaintLabels(['place_of_birth', 'authority'], passport, layLines([[text, 100, 50, 6]])).map(({ key }) => key);

describe('among the few labels of one document', () => {
  test.each([
    ['Lu0xx di naxcxta PIxce xf blxth', 'place_of_birth'],
    ['Axtxritx Authxrxty Axtorxté', 'authority'],
  ])('%s is hardly legible, and tells %s', (text, key) => {
    expect(find(text)).toEqual([key]);
  });

  test.each(['Data di rilascio Date of issue', 'ROSSI MARIA', 'di xxxx', ''])('%s tells neither', (text) => {
    expect(find(text || 'x')).toEqual([]);
  });
});
