import { serve } from './serve.ts';

process.exitCode = await serve({
  environment: process.env,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
