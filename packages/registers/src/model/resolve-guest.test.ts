import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, it } from 'vitest';
import { abroad, complaints, hans, written } from '../../test/check.ts';

const today = '2026-11-23';

describe('what was read', () => {
  it('is not filed where a check digit contradicts it, until somebody types it', () => {
    const zone = parseMrz(['P<D<<SPECIMEN<<HANS<<<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X000018D<<8501014M3001018<<<<<<<<<<<<<<<2'], { today });
    expect(complaints('ubyport', [{ zone, desk: abroad }])).toEqual([
      'refusal contradicted 0 birth_date 1985-01-01',
      'refusal contradicted 0 document_number C01X00001',
    ]);
    expect(complaints('ubyport', [{ zone, desk: { ...abroad, birth_date: '1985-01-01', document_number: 'C01X00001' } }])).toEqual([]);
  });

  it('is a warning where it is proved and something else was typed', () => {
    expect(complaints('ubyport', [{ zone: hans, desk: { ...abroad, document_number: 'C01X00007' } }])).toEqual([
      'warning differs 0 document_number C01X00007 → C01X00001',
    ]);
  });

  it('is a warning where the reader was not sure and no check digit proves it', () => {
    expect(complaints('ubyport', [{ zone: hans, score: 94, desk: abroad }])).toEqual([
      'warning unsure 0 surname SPECIMEN',
      'warning unsure 0 given_names HANS',
      'warning unsure 0 nationality DEU',
    ]);
    expect(complaints('ubyport', [{ zone: hans, score: 95, desk: abroad }])).toEqual([]);
    const desk = { ...abroad, surname: 'Specimen', given_names: 'Hans', nationality: 'DEU' };
    expect(complaints('ubyport', [{ zone: hans, score: 94, desk }])).toEqual([]);
  });

  it('asks for a whole date, and for the sex that a mark leaves open', () => {
    const zone = parseMrz(['PRYUGSPECIMEN<<NN<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'T0000001<6XXA9001<<0<3001019<<<<<<<<<<<<<<04'], { today });
    expect(
      complaints('alloggiati', [
        { zone, desk: { ...abroad, it_citizenship: '100000009', it_document_type: 'TITRI', it_issue_place: '100000008' } },
      ]),
    ).toEqual(['refusal not_in_list 0 sex X → M, F', 'refusal partial 0 birth_date 1990-01']);
  });

  it('takes the visual zone before the machine readable one, and the desk before both', () => {
    const visual = { given_names: 'Hänsel', surname: 'Specímen' };
    expect(written('ses', { zone: hans, visual, desk: { ...abroad, surname: 'Muster' } })).toMatchObject({
      nombre: 'Hänsel',
      apellido1: 'Muster',
    });
  });
});
