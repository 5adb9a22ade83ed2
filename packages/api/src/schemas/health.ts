import { type Static, Type } from 'typebox';

/** The process runs. */
export const HealthResponse = Type.Object({ status: Type.Literal('ok') }, { $id: 'HealthResponse', examples: [{ status: 'ok' }] });

const Check = Type.Enum(['ok', 'failed']);

/** Whether the service can take work, and each part that it needs for that. */
export const ReadinessResponse = Type.Object(
  {
    status: Type.Enum(['ready', 'not ready', 'shutting down']),
    checks: Type.Object({ database: Check, pictures: Check, space: Check }),
  },
  { $id: 'ReadinessResponse', examples: [{ status: 'ready', checks: { database: 'ok', pictures: 'ok', space: 'ok' } }] },
);

export type HealthBody = Static<typeof HealthResponse>;
export type ReadinessBody = Static<typeof ReadinessResponse>;
