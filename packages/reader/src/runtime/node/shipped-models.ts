/** Folder of the models that this package ships. */
export const shippedModels: URL = new URL('../../../models/', import.meta.url);
