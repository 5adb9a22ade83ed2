import { describe, expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { readLaidPage as read, small } from '../../../../test/visual/read-laid-page.ts';
import { findLabels } from './find-labels.ts';
import { labelsLike } from './label-pairs.ts';

const keyOf = (text: string) => findLabels(layLines([[text, 100, 50, small]]), undefined)[0]?.key;

describe('labels of cards and permits name', () => {
  test.each([
    ['authority', ['Bureau émetteur', 'Ente di rilascio', 'Utstedt av / Issued by', 'Oficina emisora', 'Rilasciata a', 'Mesto izdavanja']],
    ['place_of_birth', ['Nació en', 'Comune di nascita', 'País de nacimiento', 'Local nasc. / Place of birth', 'Kraj in država rojstva']],
    ['issue_date', ['Rilasciata il', 'Établie le', 'Utfärdandedatum', 'Data di emissione']],
    ['expiry_date', ['Card Expires', 'Caducidad', 'Ablaufdatum', 'Valida fino al']],
    ['nationality', ['Staatsbürgerschaft', 'Citoyenneté', 'Country of citizenship']],
    ['address', ['Trvalý pobyt / Permanent stay', 'Adresse complète', 'Gegenwärtige Anschrift']],
    ['parents', ['PARENTS / TUTOR’S NAME', 'OR LEGAL GUARDIAN', 'O DI CHI NE FA LE VECI']],
    ['other', ['ESTREMI ATTO DI NASCITA', 'CARTÃO DE RESIDÊNCIA', 'PERMANENT RESIDENT', 'Resident Since', 'Permesso di soggiorno']],
  ])('%s', (key, texts) => {
    expect(texts.map(keyOf)).toEqual(texts.map(() => key));
  });

  test.each([
    ['Bureou ěmetteur', 'authority'],
    ['Ufficio di riIoscio', 'authority'],
    ['PERMANENT RESIDENOE CARD', 'other'],
    ['Rilascíata iI', 'issue_date'],
  ])('though letters are misread: %s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });
});

test('a day beside a label is no number, and the title of a permit no label of an address', () => {
  const { values } = read(undefined, [
    ['CARTÃO DE RESIDÊNCIA', 100, 20],
    ['PERMANENTE', 120, 38],
    ['Surname', 100, 60, small],
    ['ERIKSSON', 100, 75],
    ['Personal number', 100, 90, small],
    ['05/31/20', 100, 105],
  ]);
  expect(values).toEqual({ surname: 'ERIKSSON' });
});

test('the second line of a label is no value', () => {
  const { values } = read(undefined, [
    ['NAMES OF PARENTS', 100, 50, small],
    ['OR LEGAL GUARDIAN', 100, 64],
    ['FISCAL CODE', 100, 90, small],
    ['RSSMRA80A01H501U', 100, 105],
  ]);
  expect(values).toEqual({ personal_number: 'RSSMRA80A01H501U' });
});

test('what stands behind a label and is the same one in another language is no value', () => {
  const { values } = read(undefined, [
    ['Rilasciata a xxxx Issued in', 100, 50, small],
    ['ZENITH', 100, 65],
  ]);
  expect(values).toEqual({ authority: 'ZENITH' });
});

test('only labels that share pairs of letters with a text are compared with it', () => {
  const like = labelsLike('dateofbirth').map(({ letters }) => letters);
  expect([like.includes('dateofbirth'), like.includes('placeofbirth'), like.includes('nationality')]).toEqual([true, true, false]);
});
