import type { ReadinessBody } from '@ocr-web/api';

type Checks = { readonly [Name in keyof ReadinessBody['checks']]: () => Promise<unknown> };

/** Tries every part that the service needs; one that rejects makes it not ready. */
export async function checkReadiness(checks: Checks, stopping: boolean): Promise<ReadinessBody> {
  const verdict = async (check: () => Promise<unknown>) => {
    try {
      await check();
      return 'ok' as const;
    } catch {
      return 'failed' as const;
    }
  };
  const [database, pictures, space] = await Promise.all([verdict(checks.database), verdict(checks.pictures), verdict(checks.space)]);
  const ready = [database, pictures, space].every((found) => found === 'ok');
  return { status: stopping ? 'shutting down' : ready ? 'ready' : 'not ready', checks: { database, pictures, space } };
}
