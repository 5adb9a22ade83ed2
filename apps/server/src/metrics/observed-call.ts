/** Hears of a call of another system that has ended: which it was, how long it took. */
export type ObserveCall = (operation: string, seconds: number, hasFailed: boolean) => void;

/** Makes a call and tells the observer of its end; settles as the call does. */
export async function observeCall<Result>(observe: ObserveCall, operation: string, call: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  let hasFailed = true;
  try {
    const result = await call();
    hasFailed = false;
    return result;
  } finally {
    observe(operation, (performance.now() - startedAt) / 1000, hasFailed);
  }
}
