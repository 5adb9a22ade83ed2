/** What may be odd about lines, each with the place. None of them stops the reading. */
export type IssueCode =
  | 'format.unknown'
  | 'code.unexpected'
  | 'line.length'
  | 'text.adjusted'
  | 'line.split'
  | 'line.padded'
  | 'filler.restored'
  | 'character.replaced'
  | 'repair.alphabet'
  | 'repair.check'
  | 'character.foreign'
  | 'character.unexpected'
  | 'check.failed'
  | 'check.national'
  | 'date.impossible'
  | 'date.partial'
  | 'country.unknown'
  | 'country.withdrawn'
  | 'sex.unexpected'
  | 'sex.ambiguous'
  | 'names.truncated'
  | 'proof.failed'
  | 'hint.failed';

/**
 * One oddity: where it stands (counted from 0; `column` and `length` in characters) and the text it
 * is about.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

const sentences: Readonly<Record<IssueCode, string>> = {
  'format.unknown': 'the lines have the shape of no known format; they are returned as they are',
  'code.unexpected': 'the document code is none that the format allows, nor one that its documents are known to bear',
  'line.length': 'the line is longer or shorter than the format prescribes',
  'text.adjusted': 'the text was put into capitals, freed of blanks, or its fillers ">" were read as "<"',
  'line.split': 'the line stood in one line of text with the line before it',
  'line.padded': 'the line ended too early and was padded with fillers; what no check digit covers may be missing there',
  'filler.restored': 'blanks were read as fillers, because only so the line has its length',
  'character.replaced': 'characters that stand for fillers elsewhere were read as fillers',
  'repair.alphabet': 'on request the character was replaced by the only similar one that the format allows here; check digits agree',
  'repair.check':
    'on request the character was replaced by a similar one, because only so the check digits hold; they do not prove it as well',
  'character.foreign': 'the character is not in the alphabet of machine readable zones',
  'character.unexpected': 'the format does not allow this character here',
  'check.failed': 'the printed check digit does not belong to what it covers',
  'check.national': 'the issuer is described as computing its check digits in a way of its own, so that a failed one may mean nothing',
  'date.impossible': 'the date is not in the calendar',
  'date.partial': 'part of the date is not known',
  'country.unknown': 'the code is in no table of states, organisations or kinds of persons',
  'country.withdrawn': 'the code is no longer issued',
  'sex.unexpected': 'the character is no mark for the sex',
  'sex.ambiguous': 'on Mexican cards M may stand for mujer as well as for male',
  'names.truncated': 'the names fill the field, so that the end may be missing',
  'proof.failed': 'a national check does not hold',
  'hint.failed': 'a national check that is not confirmed well enough to count does not hold',
};

/** A sentence for people about an issue; lines and columns counted from 1. */
export function describeIssue(issue: Issue): string {
  return `line ${issue.line + 1}, column ${issue.column + 1} "${issue.text}": ${sentences[issue.code]}`;
}
