import type { Output } from './terminal.ts';

/** What of a long copy is done. */
export type Copied = {
  /** What is copied now, such as `pictures`. */
  readonly what: string;
  readonly objects: number;
  /** How many there are; undefined while nobody knows. */
  readonly total?: number | undefined;
  readonly bytes: number;
};

export type CopyingProgress = { readonly update: (copied: Copied) => void; readonly end: () => void };

/** Between two looks of somebody at a terminal, and between two lines of a log, milliseconds. */
const intervalMs = { terminal: 200, lines: 10_000 };

/**
 * Tells how far a copy is: in one line that is written anew on a terminal, else in a line every ten
 * seconds, so that a short copy says nothing in a log.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function showCopying(output: Output, now: () => number = () => performance.now()): CopyingProgress {
  const isTerminal = output.isTTY === true;
  const interval = isTerminal ? intervalMs.terminal : intervalMs.lines;
  let what: string | undefined;
  let startedAt = now();
  let shownAt = startedAt;
  const show = (copied: Copied) => {
    const line = describeCopied(copied, (now() - startedAt) / 1000);
    output.write(isTerminal ? `\r\u001b[K${line}` : `ocr-web: ${line}\n`);
    shownAt = now();
  };
  return {
    update: (copied) => {
      if (what !== undefined && copied.what !== what) startedAt = now();
      what = copied.what;
      if (now() - shownAt >= interval) show(copied);
    },
    end: () => {
      if (isTerminal) output.write('\r\u001b[K');
    },
  };
}

/** @param seconds since the first of these objects */
export function describeCopied({ what, objects, total, bytes }: Copied, seconds: number): string {
  const rate = objects / seconds;
  const isKnown = seconds > 0 && objects > 0;
  return [
    `${what}: ${objects}${total === undefined ? '' : ` of ${total}`}`,
    ...(bytes > 0 ? [`${megabytes(bytes)} MB`] : []),
    ...(isKnown ? [bytes > 0 ? `${megabytes(bytes / seconds)} MB/s` : `${Math.round(rate)}/s`] : []),
    ...(isKnown && total !== undefined ? [`${describeSeconds((total - objects) / rate)} left`] : []),
  ].join(', ');
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function describeSeconds(seconds: number): string {
  const whole = Math.ceil(Math.max(0, seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const names = ['h', 'min', 's'];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return '0 s';
  return [first, first + 1]
    .filter((index) => index < parts.length)
    .map((index) => `${parts[index]} ${names[index]}`)
    .join(' ');
}
