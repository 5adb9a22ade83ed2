// mrz-detection and its parser as their own tests call them, from .node/, where install.sh put
// them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerQuestions } from './answer-questions.ts';

interface MrzDetection {
  getMrz(image: unknown): unknown;
  readMrz(image: unknown): Promise<{ mrz: string[] }>;
}
interface ImageJs {
  readonly Image: { load(path: string): Promise<unknown> };
}
interface MrzParser {
  parse(lines: readonly string[]): { readonly fields: Readonly<Record<string, string | null>>; readonly valid: boolean };
}

const requireInstalled = createRequire(join(import.meta.dirname, '../.node/package.json'));
// By a variable name: these are no dependencies of the project.
const load = <Module>(name: string): Module => requireInstalled(name) as Module;
const { getMrz, readMrz } = load<MrzDetection>('mrz-detection');
const { Image } = load<ImageJs>('image-js');
const { parse } = load<MrzParser>('mrz');
const versionOf = (name: string): string => load<{ version: string }>(`${name}/package.json`).version;

await answerQuestions({ version: `${versionOf('mrz-detection')} (mrz ${versionOf('mrz')})`, licence: 'MIT' }, async (path) => {
  const { mrz: lines } = await readMrz(getMrz(await Image.load(path)));
  try {
    const { fields, valid } = parse(lines);
    const form = {
      number: fields.documentNumber ?? '',
      date_of_birth: fields.birthDate ?? '',
      expiration_date: fields.expirationDate ?? '',
      surname: fields.lastName ?? '',
      names: fields.firstName ?? '',
    };
    return { lines, form, checks_hold: valid };
  } catch {
    // The parser throws at lines of no known length: they were read, only no form comes of them.
    return { lines };
  }
});
