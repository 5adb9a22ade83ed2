const workspaces = ['@ocr-web/reader', '@ocr-web/mrz', '@ocr-web/kernels'];

/** The packages that the reader's program imports, as far as they are installed here. */
export const readerProgramPackages: readonly string[] = [
  'onnxruntime-node',
  'sharp',
  '@julusian/jpeg-turbo',
  'libheif-js',
  '@hyzyla/pdfium',
  'zxing-wasm',
].filter(isInstalled);

/**
 * By this file pkg-prebuilds, which finds the library of @julusian/jpeg-turbo, tells musl from
 * glibc. Where a reader may not ask whether it exists, the library cannot be loaded, and libvips
 * decodes every JPEG in twice the time.
 */
export const readerProgramFiles: readonly URL[] = process.platform === 'linux' ? [new URL('file:///etc/alpine-release')] : [];

/**
 * The folders that the reader's program lies in: its workspaces, and those where the packages lie
 * that it needs, with the packages that these need.
 */
export function readerProgramFolders(): URL[] {
  const own = new URL('../../', import.meta.url);
  const others = workspaces.map((name) => new URL('../', import.meta.resolve(name)));
  const installed = readerProgramPackages.map((name) => new URL(import.meta.resolve(name).replace(/(\/node_modules\/).*$/, '$1')));
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
