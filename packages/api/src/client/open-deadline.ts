import { OcrWebError } from './ocr-web-error.ts';

export type Deadline = {
  /** Aborts when the time is over or the caller aborts, each with its own reason. */
  readonly signal: AbortSignal;
  /** Stops the time: nobody listens just now. */
  readonly pause: () => void;
  /** The time begins anew. */
  readonly restart: () => void;
  /** Lets go of timer and caller. */
  readonly end: () => void;
};

/** Bounds a silence: `timeoutMs` without `restart` and the signal aborts with `client.timeout`. */
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
