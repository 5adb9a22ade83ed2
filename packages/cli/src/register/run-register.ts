import { once } from 'node:events';
import {
  type CheckedRegistration,
  checkRegistration,
  type LanguageName,
  makeTemplate,
  type Register,
  type RegisterName,
  registers,
} from '@ocr-web/registers';
import { UsageError } from '../cli-error.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { describeIssues } from './describe-issues.ts';
import { type ReadGuest, readGuests } from './read-guests.ts';
import { readStay } from './read-stay.ts';

type RegisterArguments = {
  readonly scans?: string | undefined;
  readonly to?: RegisterName | undefined;
  readonly stay?: string | undefined;
  readonly variant?: string | undefined;
  readonly check?: boolean | undefined;
  readonly template?: boolean | undefined;
  readonly language?: LanguageName | undefined;
};

/** Checks the guests against the register, and prints a file, a list or a template. */
export async function runRegister(args: RegisterArguments, terminal: Terminal): Promise<ExitCode> {
  const { to, language = 'en' } = args;
  if (to === undefined) throw new UsageError(`Name a register with --to: ${Object.keys(registers).join(', ')}.`);
  if (args.check && args.template) throw new UsageError('--check and --template contradict each other.');
  const register = registers[to];
  const variant = chooseVariant(register, args.variant);
  const now = localTime(terminal.now());
  // A template of an empty stay needs no guests.
  const guests =
    args.template && args.scans === undefined && terminal.stdin.isTTY ? [] : await readGuests(args.scans, terminal, now.slice(0, 10));
  const checked = checkRegistration(register, await readStay(args.stay, guests), { variant, now });
  if (args.template) {
    await writeLine(terminal.stdout, JSON.stringify(makeTemplate(register, checked), null, 2));
    return exitCode.done;
  }
  await writeList(checked, guests, language, args.check ? terminal.stdout : terminal.stderr);
  if (checked.file === undefined) return exitCode.failed;
  if (!args.check && !terminal.stdout.write(checked.file.bytes)) await once(terminal.stdout, 'drain');
  return exitCode.done;
}

function chooseVariant({ name, variants }: Register, variant: string | undefined): string {
  const chosen = variant ?? variants[0] ?? '';
  if (!variants.includes(chosen)) throw new UsageError(`--variant of ${name} must be one of ${variants.join(', ')}, not "${chosen}".`);
  return chosen;
}

/**
 * The time of this machine without a zone, YYYY-MM-DDTHH:MM:SS: registers mean that of the lodging.
 */
function localTime(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

async function writeList(
  checked: CheckedRegistration,
  guests: readonly ReadGuest[],
  language: LanguageName,
  output: Terminal['stdout'],
): Promise<void> {
  for (const line of describeIssues(checked, guests, language)) await writeLine(output, line);
}
