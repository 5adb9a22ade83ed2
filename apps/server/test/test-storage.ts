import { testMasterKey } from './test-keys.ts';

/**
 * Returns the settings of the storage that belongs to a data folder: the master key alone where all
 * lies in the folder itself. The same folder always has the same storage, so that a server that is
 * started again finds what the last one left.
 */
export type TestStorage = (dataDirectory: string) => Promise<Readonly<Record<string, string>>>;

let current: TestStorage = () => Promise.resolve({ OCR_WEB_MASTER_KEY: testMasterKey });

/** Where the servers that tests start keep their data: the one place that decides it. */
export const storageFor: TestStorage = (dataDirectory) => current(dataDirectory);

/** Lets all servers that are started from now on use another storage. */
export function useStorage(storage: TestStorage): void {
  current = storage;
}
