import { isEngineError } from '@ocr-web/reader';
import { openReaderPool, type ReaderPool } from '@ocr-web/reader-node';
import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { StartupError } from '../errors/startup-error.ts';

/** The part of the reader that the service uses. */
export type Reader = Pick<ReaderPool, 'read' | 'draw' | 'close'> & Partial<Pick<ReaderPool, 'ends'>>;

export type OpenReader = (config: Config, logger: Logger) => Promise<Reader>;

/** Starts the reader processes. @throws StartupError `reader.unavailable` */
export async function openReader(config: Config, logger: Logger): Promise<Reader> {
  // Beside workers there is only something to draw now and then.
  const size = config.role === 'api' ? 1 : config.readerProcesses;
  const { readerMemoryMib: memoryLimitMib, maxPicturePixels: maxPixels, maxPages, runtime } = config;
  const deadlineMs = config.readerDeadlineSeconds * 1000;
  const onLost = (err: Error) => logger.warn({ err }, 'a reader was killed; another one reads its picture');
  try {
    return await openReaderPool({ size, memoryLimitMib, maxPixels, maxPages, runtime, deadlineMs, onLost });
  } catch (cause) {
    // A process that the system refused to start is no matter of the reader's.
    if (!isEngineError(cause) || cause.cause instanceof Error) throw cause;
    const advice =
      cause.code === 'model.invalid'
        ? 'Install the program again ("npm ci" in its folder): the models came with it.'
        : 'OCR_WEB_READER_MEMORY_MIB and OCR_WEB_READER_PROCESSES say how much of this machine the readers take.';
    throw new StartupError('reader.unavailable', `The reader did not start (${cause.code}): ${cause.message} ${advice}`, { cause });
  }
}
