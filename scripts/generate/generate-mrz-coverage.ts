/**
 * Writes docs/generated/mrz-coverage.md, which specimen shows which feature of which format: `node
 * scripts/generate/generate-mrz-coverage.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNationalRule, formats, type MrzDocument, matchedHeadLength, parseMrz } from '../../packages/mrz/src/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'packages/mrz/specimens');

interface Specimen {
  readonly number: string;
  readonly title: string;
  readonly document: MrzDocument;
}

type Feature = readonly [name: string, shows: (document: MrzDocument) => boolean];

const hasIssue = (document: MrzDocument, code: string): boolean => document.issues.some((issue) => issue.code === code);
const hasKind = (document: MrzDocument, kind: string): boolean => document.issuer?.kind === kind || document.nationality?.kind === kind;

const features: readonly Feature[] = [
  ['every check holds', ({ checks }) => checks.length > 0 && checks.every(({ holds }) => holds !== false)],
  ['no check digit printed', ({ checks, format }) => format !== null && checks.length === 0],
  ['no composite', ({ checks }) => checks.length > 0 && !checks.some(({ name }) => name === 'composite')],
  [
    'composite that covers the names',
    ({ fields }) => fields.surname?.evidence.status === 'proved' || fields.names?.evidence.status === 'proved',
  ],
  ['a check that is not printed', ({ checks }) => checks.some(({ holds }) => holds === 'not printed')],
  ['a check that fails', (document) => hasIssue(document, 'check.failed')],
  ['issuer with check digits of its own', (document) => hasIssue(document, 'check.national')],
  ['long number', ({ fields }) => (fields.number?.spans.length ?? 0) > 1],
  ['long number, digit without the filler', (document) => longNumberVariant(document) === 'excluded'],
  ['long number, digit with the filler', (document) => longNumberVariant(document) === 'included'],
  ['filler inside optional data', ({ fields }) => fields.optional1?.value?.includes('<') ?? false],
  ['optional data that begin with a filler', ({ fields }) => fields.optional1?.value !== undefined && fields.optional1.raw.startsWith('<')],
  ['line 2 without fillers', ({ lines, format }) => format === 'TD3' && !lines[1]?.includes('<')],
  ['fillers printed ">"', ({ issues }) => issues.some(({ code, text }) => code === 'text.adjusted' && text === '>')],
  ['number in the optional data is the main one', ({ mainNumber }) => mainNumber?.role === 'personal'],
  ['personal number', ({ numbers }) => numbers.personal !== undefined],
  ['support number', ({ numbers }) => numbers.support !== undefined],
  ['card number', ({ numbers }) => numbers.card !== undefined],
  ['office code', ({ numbers }) => numbers.office !== undefined],
  ['national proof or hint', ({ numbers }) => Object.values(numbers).some(({ proofs }) => proofs.length > 0)],
  ['national proof that fails', (document) => hasIssue(document, 'proof.failed')],
  ['birth date partly printed', (document) => hasIssue(document, 'date.partial')],
  ['birth date with 00 for what nobody knows', ({ birthDate }) => birthDate?.status === 'partial' && birthDate.raw.endsWith('00')],
  ['birth date not printed', ({ birthDate }) => birthDate?.status === 'unknown'],
  ['no expiry date in the layout', ({ fields, format }) => format !== null && fields.expiryDate === undefined],
  ['expiry date not printed', ({ expiryDate }) => expiryDate?.status === 'unknown'],
  ['no expiry (far date)', ({ expiryDate }) => expiryDate?.status === 'indefinite'],
  ['expiry moved past 1980', ({ expiryDate }) => expiryDate?.century === 'expiry: not before 1980'],
  ['sex unspecified', ({ fields }) => fields.sex?.raw === '<'],
  ['sex printed X', ({ fields }) => fields.sex?.raw === 'X'],
  ['sex printed H', ({ fields }) => fields.sex?.raw === 'H'],
  ['sex M that is ambiguous', (document) => hasIssue(document, 'sex.ambiguous')],
  ['names that may be cut', ({ names }) => names?.truncated === true],
  ['blank surname', ({ names }) => names !== undefined && names.surname === undefined],
  ['first and second surname', ({ names }) => names?.surnames !== undefined],
  ['names in their own script', ({ names }) => names?.native !== undefined],
  ['issuer of one letter (Germany)', ({ issuer }) => issuer?.code === 'D'],
  ['issuer that is an organisation', (document) => hasKind(document, 'organisation')],
  ['nationality that is a kind of person', (document) => hasKind(document, 'person')],
  ['British nationality that is no state', (document) => hasKind(document, 'british')],
  ['withdrawn code', (document) => hasKind(document, 'withdrawn')],
  ['code that no standard lists', (document) => hasKind(document, 'unlisted')],
  ['document code beside the standard', isBesideStandard],
  ['document code that no table has', (document) => hasIssue(document, 'code.unexpected')],
  ['document code of two letters', ({ code }) => code?.length === 2],
];

function isBesideStandard({ format: name, lines, issues }: MrzDocument): boolean {
  const format = formats.find((one) => one.name === name);
  return format !== undefined && matchedHeadLength(format, lines) === 0 && !issues.some(({ code }) => code === 'code.unexpected');
}

function longNumberVariant({ checks, fields }: MrzDocument): 'excluded' | 'included' | undefined {
  const check = checks.find(({ name }) => name === 'number');
  if (check === undefined || check.holds !== true || (fields.number?.spans.length ?? 0) < 2) return undefined;
  return check.printed === `${check.expected}` ? 'excluded' : 'included';
}

function readSpecimens(): Specimen[] {
  return readdirSync(folder).map((name) => {
    const [title = '', ...lines] = readFileSync(join(folder, name, 'lines.txt'), 'utf8').split('\n');
    return { number: name.slice(0, 2), title: title.replace(/^# /, ''), document: parseMrz(lines, { today: '2026-11-23' }) };
  });
}

function writeTable(specimens: readonly Specimen[]): string {
  const names = formats.map(({ name }) => name);
  const rows = features.map(([feature, shows]) => {
    const cells = names.map((name) =>
      specimens
        .filter(({ document }) => document.format === name && shows(document))
        .map(({ number }) => number)
        .join(' '),
    );
    return `| ${feature} | ${cells.join(' | ')} |`;
  });
  return [`| feature | ${names.join(' | ')} |`, `|---|${names.map(() => '---|').join('')}`, ...rows].join('\n');
}

function ruleOf({ format, fields, issuer }: MrzDocument): string {
  return (format && findNationalRule(format, fields.code?.raw ?? '', issuer?.code ?? '')?.name) ?? '';
}

/** A table of packages/mrz/data as Markdown, its columns as its comment names them. */
function tableOf(name: string, columns: readonly string[]): string {
  const rows = readFileSync(join(root, 'packages/mrz/data', name), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => `| ${row.replaceAll('*', 'any').split('\t').join(' | ')} |`);
  return [`| ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length)}`, ...rows].join('\n');
}

const specimens = readSpecimens();
writeFileSync(
  join(root, 'docs/generated/mrz-coverage.md'),
  `# What the MRZ package is tested on

Written by \`node scripts/generate/generate-mrz-coverage.ts\` from packages/mrz/specimens. Each number is a specimen whose whole result is asserted by
packages/mrz/test/specimens.test.ts. Besides, packages/mrz/test/properties.test.ts generates documents of every format: round trip, one changed
character, every pair of characters that check digits cannot tell apart, neighbours that may change places, and any text at all.

${writeTable(specimens)}

## Specimens

| | format | rule | |
|---|---|---|---|
${specimens.map(({ number, title, document }) => `| ${number} | ${document.format ?? 'unknown'} | ${ruleOf(document)} | ${title} |`).join('\n')}

## Formats

| format | layout | source |
|---|---|---|
${formats.map(({ name, title, source }) => `| ${name} | ${title} | ${source} |`).join('\n')}

## Document codes beside the standard

One letter alone stands for any second one.

${tableOf('document-codes.tsv', ['code', 'format', 'issuer', 'what it is', 'source'])}

## Documents without expiry

Their issuers print the year 9999, of which the zone keeps 99. A year 99 before the day named here means "no expiry".

${tableOf('documents-without-expiry.tsv', ['issuer', 'format', 'none expired before', 'source'])}
`,
);
