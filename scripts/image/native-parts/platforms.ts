/** A system that the service runs on, in the words of Node (`process.platform`, `process.arch`). */
export type Platform = { readonly os: string; readonly cpu: string; readonly libc?: 'glibc' | 'musl' };

/** Where everything must run, in the words that the documents use. */
export const supportedPlatforms = {
  'Linux x64': { os: 'linux', cpu: 'x64', libc: 'glibc' },
  'Linux arm64': { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  'macOS arm64': { os: 'darwin', cpu: 'arm64' },
  'Windows x64': { os: 'win32', cpu: 'x64' },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformName = keyof typeof supportedPlatforms;
export const platformNames = Object.keys(supportedPlatforms) as PlatformName[];
