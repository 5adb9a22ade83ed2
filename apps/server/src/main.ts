import { supervise } from './supervision/supervise.ts';
import { withCompileCache } from './supervision/with-compile-cache.ts';

const environment = await withCompileCache(process.env);
const { exitCode } = await supervise({ environment, writeLog: (line) => process.stderr.write(line) });
process.exitCode = exitCode;
