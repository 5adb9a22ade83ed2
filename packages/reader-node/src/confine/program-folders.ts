/** What the reader's program imports, workspaces and packages. */
const workspaces = ['@ocr-web/reader', '@ocr-web/mrz'];
const packages = ['onnxruntime-node', 'sharp', '@julusian/jpeg-turbo', 'libheif-js', '@hyzyla/pdfium'];

/**
 * The folders that the reader's program lies in: its workspaces, and those where the packages lie
 * that it needs, with the packages that these need.
 */
export function readerProgramFolders(): URL[] {
  const own = new URL('../../', import.meta.url);
  const others = workspaces.map((name) => new URL('../', import.meta.resolve(name)));
  const installed = packages.map((name) => new URL(import.meta.resolve(name).replace(/(\/node_modules\/).*$/, '$1')));
  const all = [own, ...others, ...installed];
  return all.filter(({ href }, index) => all.findIndex((other) => other.href === href) === index);
}
