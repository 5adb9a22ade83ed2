import { expect, test } from 'vitest';
import { problemTitles } from '../../../server/src/http/v2/problem-titles.ts';
import { describeFailure, type FailureCode } from '../../../server/src/scans/processing/scan-failures.ts';
import { problems } from './es-problems.ts';

const failures: Readonly<Record<FailureCode, true>> = {
  'picture.unsupported': true,
  'picture.too_large': true,
  'picture.corrupt': true,
  'picture.encrypted': true,
  'picture.too_many_pages': true,
  'picture.missing': true,
  'engine.timeout': true,
  'engine.crashed': true,
  'engine.failed': true,
  'processing.interrupted': true,
};

test('every refusal of the service and every failure of a scan has a sentence in Spanish', () => {
  const codes = [...Object.keys(problemTitles), ...Object.keys(failures)];
  expect(codes.filter((code) => !problems[code])).toEqual([]);
});

test('none of them is the English one', () => {
  const english = new Set([...Object.values<string>(problemTitles), ...Object.keys(failures).map(describeFailure)]);
  expect(Object.values(problems).filter((sentence) => english.has(sentence) || !sentence.endsWith('.'))).toEqual([]);
});
