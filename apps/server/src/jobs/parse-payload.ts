import { type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { JobName, JobPayloads } from './job-queue.ts';

const schemas: Record<JobName, TSchema> = {
  'read-scan': Type.Object({ scanId: Type.Integer({ minimum: 1 }), traceparent: Type.Optional(Type.String({ maxLength: 55 })) }),
  maintenance: Type.Object({}),
};

/**
 * Checks what came out of the jobs' table, which another version of the service may have written.
 * Throws where it does not fit.
 */
export function parsePayload<Name extends JobName>(name: Name, data: unknown): JobPayloads[Name] {
  return Value.Parse(schemas[name], data) as JobPayloads[Name];
}
