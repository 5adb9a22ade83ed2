import { globSync, readFileSync } from 'node:fs';
import { Scan } from '@ocr-web/api';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { specimenReading } from '../../../../../test/specimen-reading.ts';
import { decodeReading, encodeReading } from '../../../../scans/stored-reading.ts';
import { renderV2Scan } from './render-v2-scan.ts';

const root = new URL('../../../../../../../packages/mrz/specimens/', import.meta.url);
const time = new Date('2026-11-23T12:00:00Z');
const scan = {
  id: 1,
  status: 'completed',
  pictureKey: 'k'.repeat(43),
  ownerId: '00000000-0000-4000-8000-000000000001',
  pictureDataKey: null,
  pictureExpiresAt: null,
  mediaType: 'image/jpeg',
  bytes: 10,
  reference: null,
  batchId: null,
  createdAt: time,
  finishedAt: time,
  expiresAt: time,
  errorCode: null,
} as const;

const render = (reading: ReturnType<typeof specimenReading>) => renderV2Scan({ ...scan, reading }, 'https://ocr.example/pictures/k');

test.each(globSync('*/lines.txt', { cwd: root }).sort())('%s: the answer is as its schema says, also from what was kept', (file) => {
  const reading = specimenReading(readFileSync(new URL(file, root), 'utf8').trim().split('\n'));
  const body = render(reading);
  expect(Value.Errors(Scan, body)).toEqual([]);
  expect(render(decodeReading(encodeReading(reading)))).toEqual(body);
});
