import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

/** Where what the checks install for themselves is kept between two runs. */
export const toolFolder: string = join(homedir(), '.cache/ocr-web');

/** Programs that are compiled from the modules of Go, each in this version. */
const modules = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.19.4',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0',
  'compose-go': 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2',
} as const;

/**
 * Returns the path of a program, which is compiled the first time: helm takes four minutes.
 *
 * @throws Error that says what to install, where Go is missing
 */
export function goTool(name: keyof typeof modules): string {
  const module = modules[name];
  const folder = join(toolFolder, 'bin', module.slice(module.lastIndexOf('@') + 1));
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  console.log(`Compiling ${module} …`);
  try {
    execFileSync('go', ['install', module], { env: { ...process.env, GOBIN: folder, GOFLAGS: '' }, stdio: 'inherit' });
  } catch (cause) {
    throw new Error(`${module} cannot be compiled. Install Go (https://go.dev) and run this again.`, { cause });
  }
  const compiled = join(folder, basename(module.slice(0, module.lastIndexOf('@'))));
  if (compiled !== path) renameSync(compiled, path);
  return path;
}
