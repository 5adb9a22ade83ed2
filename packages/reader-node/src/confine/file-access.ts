import { fileURLToPath } from 'node:url';

/** What a child may touch of the file system. */
export type FileAccess = {
  /** Folders, with all that is in them. */
  readonly read: readonly URL[];
  readonly write: readonly URL[];
  /** Single files that it may read, whether they exist or not. */
  readonly readFiles?: readonly URL[];
};

/**
 * Returns the options of Node with which a program may read and write these folders, load the
 * native libraries of its packages, and do nothing else that Node asks for permission for: no other
 * file, no process, no worker, no inspector, and from Node 25 on no connection.
 */
export function permissionOptions({ read, write, readFiles = [] }: FileAccess): string[] {
  return [
    '--permission',
    '--allow-addons',
    // That addons can do more than JavaScript is no news, and the log is for the last words of a
    // reader.
    '--disable-warning=SecurityWarning',
    ...read.map((folder) => `--allow-fs-read=${within(folder)}`),
    ...readFiles.map((file) => `--allow-fs-read=${fileURLToPath(file)}`),
    ...write.map((folder) => `--allow-fs-write=${within(folder)}`),
  ];
}

function within(folder: URL): string {
  return `${fileURLToPath(folder).replace(/[\\/]$/, '')}${process.platform === 'win32' ? '\\' : '/'}*`;
}

/**
 * Gives up writing for the rest of this process; from then on a fault in its JavaScript cannot
 * change what it runs at its next start. A Node without that call keeps the permission.
 */
export function dropWriteAccess(): void {
  const { permission } = process as { readonly permission?: { readonly drop?: (scope: string) => void } };
  permission?.drop?.('fs.write');
}
