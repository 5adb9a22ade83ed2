// Supervises the scripted service, without long delays.
import { createRestartPolicy } from './create-restart-policy.ts';
import { supervise } from './supervise.ts';

const end = await supervise({
  environment: process.env,
  writeLog: (line) => process.stderr.write(line),
  entry: new URL('./scripted-service.fixture.ts', import.meta.url),
  restartPolicy: createRestartPolicy({ maxRestarts: 2, windowMs: 60_000, minDelayMs: 1 }),
  diskFullDelayMs: 1,
});
process.stdout.write(`${JSON.stringify(end)}\n`);
