import type { ScanResult } from '@ocr-web/api/client';
import { expect, test } from 'vitest';
import { toCsv } from './to-csv.ts';

const field = { name: 'number', value: 'L898902C3', iso: null, raw: 'L898902C3', evidence: 'proved', confidence: 0.99 };
const document = { index: 0, page: 1, format: 'TD3', type: 'passport', score: 100 };

test('each field has a line, and nothing in it is a formula or breaks the line', () => {
  const fields = [field, { ...field, name: 'names', value: '=1+1', iso: 'a,"b"', raw: '' }];
  expect(toCsv({ documents: [{ ...document, fields }] } as unknown as ScanResult)).toBe(
    'document,page,format,type,score,field,value,iso,printed,evidence,confidence\r\n' +
      '1,2,TD3,passport,100,number,L898902C3,,L898902C3,proved,0.99\r\n' +
      '1,2,TD3,passport,100,names,\'=1+1,"a,""b""",,proved,0.99\r\n',
  );
});
