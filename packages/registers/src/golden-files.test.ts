import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileProblems } from '../test/file-problems.ts';
import { answeredOf, hardGuests, registrationOf } from '../test/hard-guests.ts';
import { hasXmllint, validate } from '../test/xmllint.ts';
import { checkRegistration, type Register, registers } from './index.ts';

const files = join(import.meta.dirname, '../test/files');
const hasUnzip = spawnSync('unzip', ['-v']).error === undefined;

const variants = Object.values(registers).flatMap((register) => register.variants.map((variant) => ({ register, variant })));

/** The file of every hard guest: at once, or after the desk has answered what the register asks. */
function write(register: Register, variant: string) {
  const options = { variant, now: '2026-11-23T18:00:00' };
  return hardGuests.map((hard, index) => {
    const atOnce = checkRegistration(register, registrationOf(hard, register.name), options).file;
    const { file, issues } = atOnce ? { file: atOnce, issues: [] } : checkRegistration(register, answeredOf(hard, register.name), options);
    if (!file) throw new Error(`${hard.title}: ${JSON.stringify(issues)}`);
    return { index, title: hard.title, bytes: file.bytes };
  });
}

describe('files of hard guests', () => {
  it.each(variants)('$register.name, $variant: byte for byte as they were looked through', async ({ register, variant }) => {
    const written = write(register, variant);
    expect(written.map(({ bytes }) => fileProblems(register.name, variant, bytes))).toEqual(written.map(() => []));
    const decoder = new TextDecoder(register.name === 'ubyport' ? 'windows-1250' : 'utf-8', { fatal: true });
    // One text for all of them; line ends are shown, so that git cannot change them.
    const all = written.map(({ title, bytes }) => `## ${title}\n${decoder.decode(bytes).replaceAll('\r\n', '␍␊\n')}\n`).join('\n');
    await expect(all).toMatchFileSnapshot(join(files, `${register.name}-${variant}.txt`));
  });
});

describe.skipIf(!hasXmllint)('xmllint (Debian package "libxml2-utils")', () => {
  it.each(['ses', 'siba', 'evisitor'] as const)('finds every file valid: %s', (name) => {
    const files = write(registers[name], registers[name].variants[0] ?? '').map(({ bytes }) => bytes);
    expect(validate(name, files)).toEqual([]);
    // And would say so if it did not.
    const broken = new TextEncoder().encode(new TextDecoder().decode(files[0]).replace(/DEU/g, 'D'));
    expect(validate(name, [broken]).length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasUnzip)('unzip', () => {
  it('takes the request of the SOAP call apart: it is the file of the portal', () => {
    const [portal, soap] = ['portal', 'soap'].map((variant) => write(registers.ses, variant)[0]);
    const request = /<solicitud>([^<]*)<\/solicitud>/.exec(new TextDecoder().decode(soap?.bytes))?.[1] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'registers-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'request.zip'), Buffer.from(request, 'base64'));
    expect(execFileSync('unzip', ['-p', join(folder, 'request.zip')], { encoding: 'utf8' })).toBe(new TextDecoder().decode(portal?.bytes));
  });
});
