import { formats } from '@ocr-web/mrz';
import { describe, expect, it } from 'vitest';
import { logPrior } from './log-prior.ts';

const td3 = formats.find(({ name }) => name === 'TD3');
// ICAO Doc 9303-4, appendix B.
const names = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const data = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const failed = Math.log(0.02 / 9);

describe('logPrior', () => {
  it.each([
    ['an ordinary passport', [names, data], 0],
    ['a number whose digit and composite do not hold', [names, data.replace('L898902C36', 'L898902C46')], 2 * failed],
    ['a country that does not exist', [names.replace('UTO', 'QQQ'), data], -3],
    ['an O in the number', [names, data.replace('L898902C36', 'L8989O2C30')], -1.8 + failed],
    ['a day of birth that nobody knows, printed 00', [names, data.replace('7408122', '7408007')], 0],
    ['a month and day that nobody knows', [names, data.replace('7408122', '7400001').replace(/0$/, '8')], 0],
    ['a month that nobody knows, and a day', [names, data.replace('7408122', '7400126').replace(/0$/, '8')], -4],
    ['an expiry without a day', [names, data.replace('1204159', '1204009')], -4 + 2 * failed],
    ['a first letter that no passport has, which counts as a forbidden character', [names.replace(/^P/, '1'), data], 0],
    ['a letter among the last fillers', [names.replace(/<<<$/, 'K<<'), data], -4],
  ])('of %s', (_name, lines, expected) => {
    if (td3 === undefined) throw new Error('no TD3 table');
    expect(logPrior(td3, lines)).toBeCloseTo(expected, 6);
  });
});
