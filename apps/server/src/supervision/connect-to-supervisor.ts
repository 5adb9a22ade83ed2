import { writeSync } from 'node:fs';
import { formatLogLine } from '../observability/format-log-line.ts';

/** What the service says to its supervisor, once: it is ready, on this port. */
export type ReadyMessage = { readonly port: number };

export type Supervisor = {
  /**
   * The process to signal or to kill for an end of the whole service: the supervisor, or this one
   * where there is none.
   */
  readonly mainPid: number;
  readonly reportReady: (port: number) => void;
};

/**
 * The service's half of the channel to its supervisor. When the supervisor is gone, the service
 * ends at once, so that nobody is left behind who holds the folder and the port; what was
 * acknowledged is on the disk. Does nothing in a process that was started without a supervisor.
 */
export function connectToSupervisor(): Supervisor {
  if (process.send === undefined) return { mainPid: process.pid, reportReady: () => undefined };
  process.on('disconnect', endWithSupervisor);
  if (!process.connected) endWithSupervisor();
  // The channel alone is no reason to go on: a service that has stopped ends.
  process.channel?.unref();
  return { mainPid: process.ppid, reportReady: (port) => process.send?.({ port } satisfies ReadyMessage) };
}

function endWithSupervisor(): void {
  try {
    writeSync(2, formatLogLine('fatal', {}, 'the supervisor is gone'));
  } catch {
    // Nobody reads it.
  }
  process.exit(1);
}
