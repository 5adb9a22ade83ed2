import asc from 'assemblyscript/asc';

// What is compiled gets memory and addresses in it; it allocates nothing and checks nothing. 112 is
// the warning that a function that takes vectors cannot be called from outside, which none is.
const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--use', 'abort=', '--disableWarning', '112'];

/**
 * Compiles AssemblyScript to WebAssembly. The same version of the compiler makes the same bytes of
 * it everywhere.
 *
 * @param root folder with assembly/index.ts
 * @param features instructions beyond the first version's, as the compiler calls them
 * @throws {Error} with what the compiler says, where it does not compile
 */
export async function compileAssembly(root: string, features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const enabled = features.flatMap((feature) => ['--enable', feature]);
  const { error, stderr } = await asc.main(['assembly/index.ts', '--baseDir', root, '--outFile', 'out.wasm', ...options, ...enabled], {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  } as Parameters<typeof asc.main>[1]);
  if (error || !binary)
    throw new Error(`${root}/assembly does not compile (${features.join(', ')}).\n${stderr.toString()}`, { cause: error });
  process.stderr.write(stderr.toString());
  return binary;
}
