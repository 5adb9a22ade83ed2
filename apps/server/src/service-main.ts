import { ensureHome } from './config/ensure-home.ts';
import { connectToSupervisor } from './supervision/connect-to-supervisor.ts';

ensureHome(process.env);
// Before the rest is loaded, which takes longer than a supervisor may live.
const supervisor = connectToSupervisor();
const { serve } = await import('./serve.ts');

// The banner is for people; that nobody reads it is no reason to end.
process.stdout.on('error', () => undefined);
process.exitCode = await serve({
  environment: process.env,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  supervisor,
});
