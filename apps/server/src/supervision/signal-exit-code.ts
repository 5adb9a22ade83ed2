import { constants } from 'node:os';

/**
 * The exit code by which a shell reports that a signal ended a process (POSIX.1-2024, Shell Command
 * Language, section 2.8.2): 143 for SIGTERM.
 */
export function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
