/**
 * Writes src/generated/ from data/ and from the folders of tables: `node
 * scripts/generate/generate-mrz-tables.ts`. The result is committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../packages/mrz');
const header = '// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.\n';

/** The rows of a table of data/, without its comments. */
function readRows<Row extends readonly string[]>(name: string): Row[] {
  return readFileSync(join(root, 'data', name), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t') as unknown as Row);
}

function generateCountries(): string {
  const rows = readRows<[code: string, kind: string, name: string]>('countries.tsv');
  const entries = rows.map(([code, kind, name]) => `  ['${code}', { code: '${code}', kind: '${kind}', name: ${quote(name)} }],`);
  return `${header}/** What a code stands for. */
export type CountryKind = 'state' | 'british' | 'organisation' | 'person' | 'specimen' | 'withdrawn' | 'unlisted';

/** One code of the table: a state, an organisation that issues documents, or a kind of person without a state. */
export interface Country {
  readonly code: string;
  readonly kind: CountryKind;
  readonly name: string;
}

/** Codes of states, organisations and kinds of persons. ICAO Doc 9303-3 §5 and ISO 3166-1; see data/countries.tsv. */
export const countries: ReadonlyMap<string, Country> = /* @__PURE__ */ new Map<string, Country>([
${entries.join('\n')}
]);
`;
}

function generateDocumentsWithoutExpiry(): string {
  const rows = readRows<[issuer: string, format: string, noneBefore: string]>('documents-without-expiry.tsv');
  const entries = rows.map(([issuer, format, noneBefore]) => `  ['${format} ${issuer}', '${noneBefore}'],`);
  return `${header}/**
 * Documents that may be valid for life, by format and issuer (\`TD1 ITA\`), and the day before which none of them can have expired. See
 * data/documents-without-expiry.tsv for the sources.
 */
export const documentsWithoutExpiry: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
${entries.join('\n')}
]);
`;
}

function generateDocumentCodes(): string {
  const rows = readRows<[code: string, format: string, issuer: string]>('document-codes.tsv');
  const entries = rows.map(([code, format, issuer]) => `  { format: '${format}', code: '${code}', issuer: '${issuer}' },`);
  return `${header}import type { FormatName } from './format-name.ts';

/** A document code found on real documents of a format beside those that its clause allows. */
export interface DocumentCode {
  readonly format: FormatName;
  /** The first characters as printed; one letter alone stands for any second one. */
  readonly code: string;
  /** As printed without fillers, or \`*\` for any. */
  readonly issuer: string;
}

/** See data/document-codes.tsv for what they mean and for the sources. */
export const documentCodes: readonly DocumentCode[] = /* @__PURE__ */ Object.freeze([
${entries.join('\n')}
]);
`;
}

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/**
 * A module listing the one export of every table file of a folder, in the order of the file names.
 */
function generateList(folder: string, except: readonly string[], type: string, typeFile: string, list: string, comment: string): string {
  const files = readdirSync(join(root, 'src', folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !except.includes(file))
    .sort();
  const names = files.map((file) => file.replace('.ts', '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
  const imports = files.map((file, index) => `import { ${names[index]} } from '../${folder}/${file}';`);
  imports.push(`import type { ${type} } from '../${typeFile}';`);
  imports.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return `${header}${imports.join('\n')}

/** ${comment} */
export const ${list}: readonly ${type}[] = /* @__PURE__ */ Object.freeze([
${names.map((name) => `  ${name},`).join('\n')}
]);
`;
}

function pathOf(statement: string): string {
  return statement.slice(statement.indexOf(" from '"));
}

/** The names that the tables give their formats, as a type. */
function generateFormatName(): string {
  const folder = join(root, 'src/formats');
  const tables = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const names = tables.flatMap((file) => /^ {2}name: '([^']+)',$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? []);
  const union = names.sort().map((name) => `'${name}'`);
  return `${header}/** Names of the formats: those of ICAO Doc 9303 and those found outside it. */
export type FormatName = ${union.join(' | ')};
`;
}

const generated = join(root, 'src/generated');
writeFileSync(join(generated, 'format-name.ts'), generateFormatName());
writeFileSync(join(generated, 'countries.ts'), generateCountries());
writeFileSync(join(generated, 'document-codes.ts'), generateDocumentCodes());
writeFileSync(join(generated, 'documents-without-expiry.ts'), generateDocumentsWithoutExpiry());
writeFileSync(
  join(generated, 'formats.ts'),
  generateList('formats', ['format.ts', 'define-format.ts'], 'Format', 'formats/format.ts', 'formats', 'Every format, one table each.'),
);
writeFileSync(
  join(generated, 'national-rules.ts'),
  generateList('national/rules', [], 'NationalRule', 'national/national-rule.ts', 'nationalRules', 'Every national rule, one file each.'),
);
