import { supervise } from './supervision/supervise.ts';

const { exitCode } = await supervise({ environment: process.env, writeLog: (line) => process.stderr.write(line) });
process.exitCode = exitCode;
