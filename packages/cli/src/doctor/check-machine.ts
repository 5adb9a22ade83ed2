import type { Config } from '@ocr-web/server';
import type { Finding } from './finding.ts';

const minNodeMajor = 22;
const minNodeMinor = 18;

/**
 * The version of Node. The program itself ends at once on one that is too old, so this fails only
 * where it is used as a library.
 */
export function checkNode(version: string, platform: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const detail = `Node ${version} on ${platform}`;
  if (major > minNodeMajor || (major === minNodeMajor && minor >= minNodeMinor)) return { check: 'node', status: 'ok', detail };
  return { check: 'node', status: 'failed', detail, advice: `Install Node ${minNodeMajor}.${minNodeMinor} or newer, or use npx ocr-web.` };
}

/** What the machine has, or what the container may use of it. */
export type Machine = { readonly cores: number; readonly memoryBytes: number };

const mebibyte = 1024 * 1024;
/** What the service takes beside its readers, MiB. */
const serviceMib = 300;

/**
 * Whether cores and memory suffice for as many readers as the settings ask for, each at its limit.
 */
export function checkMachine({ cores, memoryBytes }: Machine, { readerProcesses, readerMemoryMib }: Config): Finding {
  const memoryMib = Math.floor(memoryBytes / mebibyte);
  const detail = `${cores} cores, ${memoryMib} MiB of memory for ${readerProcesses} readers of at most ${readerMemoryMib} MiB`;
  if (readerProcesses * readerMemoryMib + serviceMib > memoryMib) {
    const fitting = Math.max(1, Math.min(cores, Math.floor((memoryMib - serviceMib) / readerMemoryMib)));
    const advice = `Large pictures in all readers at once would need more memory than there is: set OCR_WEB_READER_PROCESSES to ${fitting}, or lower OCR_WEB_READER_MEMORY_MIB.`;
    return { check: 'machine', status: 'warning', detail, advice };
  }
  if (readerProcesses > cores) {
    return {
      check: 'machine',
      status: 'warning',
      detail,
      advice: `More readers than cores slow each other down: set OCR_WEB_READER_PROCESSES to ${cores}.`,
    };
  }
  return { check: 'machine', status: 'ok', detail };
}
