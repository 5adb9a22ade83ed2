import { EngineError } from '@ocr-web/reader';
import { redactText } from './redact-text.ts';

type ChildEndFacts = {
  readonly pid: number | undefined;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ranMs: number;
  readonly residentMib: number | undefined;
  readonly stderr: string;
};

/**
 * How a reader process ended, for the log: nothing in it is from what was read. It is the `cause`
 * of the EngineErrors that it explains.
 */
export class ChildEnd {
  readonly pid: number | null;
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From its start to its end, milliseconds. */
  readonly ranMs: number;
  /** Resident memory when it was last looked at, MiB; null where that is not known. */
  readonly residentMib: number | null;
  /** The last of what it wrote there, redacted. */
  readonly stderr: string;

  constructor({ pid = 0, exitCode, signal, ranMs, residentMib, stderr }: ChildEndFacts) {
    this.pid = pid === 0 ? null : pid;
    this.exitCode = exitCode;
    this.signal = signal;
    this.ranMs = Math.round(ranMs);
    this.residentMib = residentMib === undefined ? null : Math.round(residentMib);
    this.stderr = redactText(stderr);
  }
}

/**
 * The child ended and the request is not to blame: it never saw it, or was killed from outside.
 * Another child may take it.
 */
export class ChildLost extends EngineError {
  constructor(message: string, cause?: ChildEnd | Error) {
    super('engine.crashed', message, { cause });
  }
}
