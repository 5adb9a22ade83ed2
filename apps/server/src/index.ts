export { parseConfig } from './config/parse-config.ts';
export type { Setting } from './config/setting.ts';
export { type Config, settings } from './config/settings.ts';
export { examineStorage, type StorageReport } from './doctor/examine-storage.ts';
export { isStartupError, type StartupErrorCode } from './errors/startup-error.ts';
export { createLogger } from './observability/create-logger.ts';
export { specimenPicture } from './specimen-picture.ts';
export { type OpenReader, type Reader, type RunningServer, startServer } from './start-server.ts';
export { type OpenTokens, openTokens } from './tokens/open-tokens.ts';
