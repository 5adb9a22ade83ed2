import { setTimeout } from 'node:timers/promises';
import { specimenBatch, specimenForm } from '../attack/start-target.ts';
import type { DiskService } from './start-on-disk.ts';

/** What the service has acknowledged, and therefore has to have. */
export type Ledger = {
  /** Sends the specimen, or a batch of so many. Returns the status. */
  readonly upload: (service: DiskService, files?: number) => Promise<number>;
  /** Deletes the scan that was acknowledged last. Returns the status; 404 where there is none. */
  readonly deleteLast: (service: DiskService) => Promise<number>;
  readonly size: () => number;
  /** Waits until all of it is read. Returns what is not, or what failed, after so many seconds. */
  readonly findUnread: (service: DiskService, limitSeconds: number) => Promise<string[]>;
};

/** Starts an empty ledger. */
export function createLedger(): Ledger {
  const paths: string[] = [];
  return {
    upload: async ({ send }, files) => {
      const { status, text } = files
        ? await send('POST', '/api/v2/batches', specimenBatch(files))
        : await send('POST', '/api/v1/tools/ocr/picture/', specimenForm);
      if (status === 201 || status === 202) paths.push(`/api/v2/${files ? 'batches' : 'scans'}/${(JSON.parse(text) as { id: number }).id}`);
      return status;
    },
    deleteLast: async ({ send }) => {
      const path = paths.findLast((one) => one.includes('scans'));
      if (path === undefined) return 404;
      const { status } = await send('DELETE', path);
      if (status === 204) paths.splice(paths.indexOf(path), 1);
      return status;
    },
    size: () => paths.length,
    findUnread: async ({ send }, limitSeconds) => {
      const until = performance.now() + limitSeconds * 1000;
      const isRead = (text: string) => /"status":"completed"/.test(text) && !/"failed":[1-9]/.test(text);
      let open = paths;
      for (;;) {
        const texts = await Promise.all(open.map(async (path) => (await send('GET', path)).text));
        open = open.filter((_, index) => !isRead(texts[index] as string));
        if (open.length === 0 || performance.now() > until) return open;
        await setTimeout(250);
      }
    },
  };
}
