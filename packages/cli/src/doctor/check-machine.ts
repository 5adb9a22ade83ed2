import type { Config } from '@ocr-web/server';
import type { Finding } from './finding.ts';

/** What the machine has, or what the container may use of it. */
export type Machine = { readonly cores: number; readonly memoryBytes: number };

const mebibyte = 1024 * 1024;
/** What the service takes beside its readers, MiB. */
const serviceMib = 300;

/** Whether cores and memory suffice for as many readers as the settings ask for, each at its limit. */
export function checkMachine({ cores, memoryBytes }: Machine, { readerProcesses, readerMemoryMib }: Config): Finding {
  const memoryMib = Math.floor(memoryBytes / mebibyte);
  const detail = `${cores} cores, ${memoryMib} MiB of memory for ${readerProcesses} readers of at most ${readerMemoryMib} MiB`;
  if (readerProcesses * readerMemoryMib + serviceMib > memoryMib) {
    const fitting = Math.max(1, Math.min(cores, Math.floor((memoryMib - serviceMib) / readerMemoryMib)));
    const advice = `Large pictures in all readers at once would take more than there is: set OCR_WEB_READER_PROCESSES to ${fitting}, or OCR_WEB_READER_MEMORY_MIB lower.`;
    return { check: 'machine', status: 'warning', detail, advice };
  }
  if (readerProcesses > cores) {
    return {
      check: 'machine',
      status: 'warning',
      detail,
      advice: `More readers than cores wait for each other: set OCR_WEB_READER_PROCESSES to ${cores}.`,
    };
  }
  return { check: 'machine', status: 'ok', detail };
}
