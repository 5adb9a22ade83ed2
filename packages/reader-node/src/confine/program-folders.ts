/** What the reader's program imports, workspaces and packages. */
const workspaces = ['@ocr-web/reader', '@ocr-web/mrz', '@ocr-web/kernels'];
const packages = ['onnxruntime-node', 'sharp', '@julusian/jpeg-turbo', 'libheif-js', '@hyzyla/pdfium', 'zxing-wasm'];

/**
 * The folders that the reader's program lies in: its workspaces, and those where the packages lie
 * that it needs, with the packages that these need.
 */
export function readerProgramFolders(): URL[] {
  const own = new URL('../../', import.meta.url);
  const others = workspaces.map((name) => new URL('../', import.meta.resolve(name)));
  const installed = packages.filter(isInstalled).map((name) => new URL(import.meta.resolve(name).replace(/(\/node_modules\/).*$/, '$1')));
  const all = [own, ...others, ...installed];
  return all.filter(({ href }, index) => all.findIndex((other) => other.href === href) === index);
}

/** onnxruntime-node is not, where npm finds no build for the platform. */
function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
