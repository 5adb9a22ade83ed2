/** Folder of the models that the reader ships. */
export const shippedModels: URL = new URL('.', import.meta.resolve('@ocr-web/reader/models/manifest.json'));
