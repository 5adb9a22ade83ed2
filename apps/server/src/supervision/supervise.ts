import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describeSystemError } from '../errors/describe-system-error.ts';
import { formatLogLine } from '../observability/format-log-line.ts';
import type { ReadyMessage } from './connect-to-supervisor.ts';
import { createRestartPolicy, type RestartPolicy } from './create-restart-policy.ts';
import { diskFullExitCode } from './disk-full-exit-code.ts';
import { listenForStopSignals, type StopSignals } from './listen-for-stop-signals.ts';
import { heapSettings, serviceFlags } from './memory-settings.ts';
import { signalExitCode } from './signal-exit-code.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type SupervisorOptions = {
  readonly environment: Environment;
  /** Takes the log line of each restart. */
  readonly writeLog: (line: string) => void;
  /** The module to run; it calls `connectToSupervisor`. */
  readonly entry?: URL;
  readonly restartPolicy?: RestartPolicy;
  /** Between two attempts to start on a full disk, milliseconds. */
  readonly diskFullDelayMs?: number;
};

export type SupervisionEnd = {
  /**
   * 0 after a stop, 1 when the service could not start or died too often, 130 and 143 when a second
   * signal ended it.
   */
  readonly exitCode: number;
  /** Whether the service was ever ready; where not, it could not start. */
  readonly wasReady: boolean;
};

/**
 * How one run of the service ended. `readyAt` is the port that it listened on, undefined when it
 * never was ready.
 */
type Exit = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why the system did not even start it. */
  readonly error?: Error;
  readonly readyAt: number | undefined;
};

/**
 * Runs the service as a child process and starts it again when it died unexpectedly, until it is
 * told to stop by SIGINT or SIGTERM. A service that could not start the first time is not started
 * again, nor one that keeps dying. One that ran and then finds no room on its disk is: room comes
 * back, and nobody should have to start it by hand then.
 *
 * This process stays as long as the service, so this file and what it imports use nothing but Node.
 */
export async function supervise({
  environment,
  writeLog,
  entry = new URL('../service-main.ts', import.meta.url),
  restartPolicy = createRestartPolicy(),
  diskFullDelayMs = 10_000,
}: SupervisorOptions): Promise<SupervisionEnd> {
  const signals = listenForStopSignals(['start', 'npx'].includes(environment.npm_lifecycle_event ?? ''));
  let port: number | undefined;
  try {
    for (;;) {
      const exit = await runService(entry, withPort(environment, port), signals);
      port = exit.readyAt ?? port;
      const wasReady = port !== undefined;
      const exitCode = finalExitCode(exit, wasReady, signals);
      if (exitCode !== undefined) return { exitCode, wasReady };
      const fields = { code: exit.code, signal: exit.signal, ...(exit.error && { error: explain(exit.error) }) };
      if (exit.error && !wasReady) {
        writeLog(formatLogLine('fatal', fields, 'the service cannot be started'));
        return { exitCode: 1, wasReady };
      }
      const delayMs = exit.code === diskFullExitCode ? diskFullDelayMs : restartPolicy.next();
      if (delayMs === undefined) {
        writeLog(formatLogLine('fatal', fields, 'the service keeps dying and is not started again; the lines before say of what'));
        return { exitCode: 1, wasReady };
      }
      writeLog(formatLogLine('error', { ...fields, delayMs }, 'the service died and is started again'));
      await setTimeout(delayMs, undefined, { signal: signals.stop }).catch(() => undefined);
      if (signals.stop.aborted) return { exitCode: 0, wasReady };
    }
  } finally {
    signals.close();
  }
}

/** A service that took any free port is found on the same one after a restart. */
function withPort(environment: Environment, port: number | undefined): Environment {
  return port === undefined ? environment : { ...environment, OCR_WEB_PORT: String(port) };
}

function explain(error: Error): string {
  const explanation = describeSystemError(error, process.execPath);
  return explanation ? `${explanation.problem}. ${explanation.advice}` : error.message;
}

/** Returns undefined for a death that calls for a restart. */
function finalExitCode({ code, signal }: Exit, wasReady: boolean, { stop, end }: StopSignals): number | undefined {
  if (end.aborted) return signalExitCode(end.reason);
  // Also where somebody sent the signal to the service itself.
  const isAskedFor = stop.aborted || code === 0 || [130, 143].includes(code ?? 0) || ['SIGINT', 'SIGTERM'].includes(signal ?? '');
  if (isAskedFor) return code ?? signalExitCode(signal ?? 'SIGKILL');
  if (wasReady || code === null) return undefined;
  return code === diskFullExitCode ? 1 : code;
}

/**
 * In a process group of its own, so that a Ctrl-C reaches the service once, from here, and not from
 * the terminal too.
 */
function runService(entry: URL, environment: Environment, { stop, end }: StopSignals): Promise<Exit> {
  const child = spawn(process.execPath, [...process.execArgv, ...serviceFlags, fileURLToPath(entry)], {
    env: { ...heapSettings, ...environment },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let readyAt: number | undefined;
  child.on('message', (message: ReadyMessage) => {
    readyAt = message.port;
  });
  const onStop = () => child.kill(stop.reason);
  // It may be too busy to hear of a signal; what it has acknowledged is on the disk.
  const onEnd = () => child.kill('SIGKILL');
  stop.addEventListener('abort', onStop);
  end.addEventListener('abort', onEnd);
  const { promise, resolve } = Promise.withResolvers<Exit>();
  child.once('error', (error) => resolve({ code: null, signal: null, error, readyAt }));
  child.once('close', (code, signal) => resolve({ code, signal, readyAt }));
  return promise.finally(() => {
    stop.removeEventListener('abort', onStop);
    end.removeEventListener('abort', onEnd);
  });
}
