import { OcrWebError } from '../ocr-web-error.ts';

export type Deadline = {
  /** Aborts when the time is over or the caller aborts, each with its own reason. */
  readonly signal: AbortSignal;
  /** Stops the timer while the consumer is busy. */
  readonly pause: () => void;
  /** Starts the timer again from zero. */
  readonly restart: () => void;
  /** Removes the timer and the listener on the caller's signal. */
  readonly end: () => void;
};

/**
 * Limits how long the service may be silent: after `timeoutMs` without `restart`, the signal aborts
 * with `client.timeout`.
 */
export function openDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const onTime = () => controller.abort(new OcrWebError('client.timeout', `Nothing was heard from the service for ${timeoutMs} ms.`));
  const onCaller = () => controller.abort(caller?.reason);
  let timer = setTimeout(onTime, timeoutMs);
  if (caller?.aborted) onCaller();
  caller?.addEventListener('abort', onCaller);
  return {
    signal: controller.signal,
    pause: () => clearTimeout(timer),
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(onTime, timeoutMs);
    },
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onCaller);
    },
  };
}
