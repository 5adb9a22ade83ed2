import { availableParallelism, totalmem } from 'node:os';
import type { Terminal } from '../terminal.ts';
import { checkKeys } from './check-keys.ts';
import { checkMachine, checkNode } from './check-machine.ts';
import { checkPort } from './check-port.ts';
import { checkModels, checkReader } from './check-reader.ts';
import { checkServers } from './check-servers.ts';
import { checkSettings } from './check-settings.ts';
import { checkStorage } from './check-storage.ts';
import type { Finding } from './finding.ts';

/**
 * Checks everything that the service needs, from the ground up, and yields each finding at once.
 * Changes nothing.
 */
export async function* examine({ environment, signal }: Terminal): AsyncGenerator<Finding, void, undefined> {
  yield checkNode(process.versions.node, `${process.platform} ${process.arch}`);
  const { finding, config } = await checkSettings(environment);
  yield finding;
  const models = await checkModels();
  yield models;
  if (!config) {
    for (const check of ['machine', 'reader', 'data folder', 'database', 'pictures', 'master key', 'port']) {
      yield { check, status: 'skipped', detail: 'depends on the settings' };
    }
    return;
  }
  const { examineKeys, examineServers, examineStorage, specimenPicture } = await import('@ocr-web/server');
  yield checkMachine({ cores: availableParallelism(), memoryBytes: usableMemory() }, config);
  if (models.status === 'ok') yield await checkReader(config, specimenPicture, signal);
  else yield { check: 'reader', status: 'skipped', detail: 'depends on the models' };
  const fromServers = checkServers(await examineServers(config));
  const storage = await examineStorage(config.dataDirectory);
  // The folder says nothing of what lies on servers.
  for (const finding of checkStorage(config, storage)) yield fromServers.find(({ check }) => check === finding.check) ?? finding;
  yield checkKeys(await examineKeys(config));
  yield await checkPort(config, storage.state === 'in_use');
}

/** That of the container if it has a limit, else of the machine. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
