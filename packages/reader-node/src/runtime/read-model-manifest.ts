import { readFile } from 'node:fs/promises';
import { EngineError } from '@ocr-web/reader';

/** Folder of the models that the reader ships. */
export const shippedModels: URL = new URL('.', import.meta.resolve('@ocr-web/reader/models/manifest.json'));

/**
 * What loading needs of a model's entry; the manifest says more to people (shapes, alphabet,
 * training, figures).
 */
export type ModelEntry = { readonly file: string; readonly sha256: string };

export type ModelManifest = {
  readonly detector: ModelEntry;
  readonly recogniser: ModelEntry;
  /** Reads print for people; a folder may be without it. */
  readonly text: ModelEntry | undefined;
  /** Finds faces; a folder may be without it. */
  readonly face: ModelEntry | undefined;
};

/**
 * Reads `manifest.json`: `{ "models": { "detector": { "file", "sha256", … }, "recogniser": { … },
 * "text": { … }, "face": { … } }, … }`.
 *
 * @throws EngineError `model.invalid`
 */
export async function readModelManifest(folder: URL): Promise<ModelManifest> {
  const url = new URL('manifest.json', folder);
  const text = await readFile(url, 'utf8').catch((cause) => {
    throw new EngineError('model.invalid', `There is no model manifest at ${url.pathname}.`, { cause });
  });
  const models: unknown = property(parse(text, url), 'models');
  return {
    detector: entry(models, 'detector', url),
    recogniser: entry(models, 'recogniser', url),
    text: optionalEntry(models, 'text', url),
    face: optionalEntry(models, 'face', url),
  };
}

function parse(text: string, url: URL): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineError('model.invalid', `The model manifest ${url.pathname} is not JSON.`, { cause });
  }
}

function entry(models: unknown, name: string, url: URL): ModelEntry {
  const model = property(models, name);
  const [file, sha256] = [property(model, 'file'), property(model, 'sha256')];
  if (typeof file !== 'string' || typeof sha256 !== 'string') {
    throw new EngineError('model.invalid', `The model manifest ${url.pathname} must name a file and a sha256 at models.${name}.`);
  }
  return { file, sha256 };
}

function optionalEntry(models: unknown, name: string, url: URL): ModelEntry | undefined {
  return property(models, name) === undefined ? undefined : entry(models, name, url);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
