import type { OpenTokens } from '@ocr-web/server';
import { SetupError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the tokens of the data folder for one piece of work: directly, or through the server that
 * runs on it.
 *
 * @throws SetupError when a setting is wrong, the folder cannot be used or its server does not
 *   answer
 */
export async function withTokens<Result>({ environment }: Terminal, work: (tokens: OpenTokens) => Promise<Result>): Promise<Result> {
  const { isStartupError, openTokens, parseConfig } = await import('@ocr-web/server');
  try {
    const tokens = await openTokens(parseConfig(environment));
    try {
      return await work(tokens);
    } finally {
      await tokens.close();
    }
  } catch (error) {
    if (isStartupError(error)) throw new SetupError(error.message, { cause: error });
    if (isUnanswered(error)) throw new SetupError(unanswered, { cause: error });
    throw error;
  }
}

const unanswered =
  'A server is using the data folder but does not accept commands yet. It is starting or stopping: try again in a few seconds, or stop it first.';

function isUnanswered(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNREFUSED' || code === 'ENOENT';
}
