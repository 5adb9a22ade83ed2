import { isEngineError } from '@ocr-web/reader';
import { type ExitCode, exitCode } from './exit-code.ts';

/** A wrong command line. The message names the option or argument and says what is valid. */
export class UsageError extends Error {}

/**
 * The command could not start: a setting, the data folder, the models. The message says what to do.
 */
export class SetupError extends Error {}

/** How the program ends after an error, and what it tells the user. */
export function explainError(error: unknown): { readonly code: ExitCode; readonly message: string } {
  if (!(error instanceof Error)) return { code: exitCode.failed, message: String(error) };
  const { message } = error;
  if (error instanceof UsageError) return { code: exitCode.usage, message: `${message} See --help.` };
  if (error instanceof SetupError || isEngineError(error)) return { code: exitCode.setup, message };
  return { code: exitCode.failed, message: error.stack ?? message };
}
