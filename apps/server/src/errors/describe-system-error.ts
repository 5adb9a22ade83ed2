/** What is wrong, and what to do about it. */
export type Explanation = { readonly problem: string; readonly advice: string };

const otherFolder = 'set OCR_WEB_DATA_DIR to another folder';

/**
 * By the codes that Node gives to the errors of the system (errno, POSIX.1-2024, XSH 2.3). `%`
 * stands for the path.
 */
const explanations: Readonly<Record<string, Explanation>> = {
  EACCES: { problem: 'this user may not use %', advice: `Give it the right to write there (chown, chmod), or ${otherFolder}.` },
  EPERM: { problem: 'this user may not change %', advice: `Give it the right to write there (chown, chmod), or ${otherFolder}.` },
  EROFS: { problem: '% lies on a file system that is mounted for reading only', advice: `Mount it for writing, or ${otherFolder}.` },
  ENOTDIR: { problem: 'a part of the path % is a file, not a folder', advice: `Move that file away, or ${otherFolder}.` },
  EEXIST: { problem: '% is there, but is not a folder', advice: `Move that file away, or ${otherFolder}.` },
  EISDIR: { problem: '% is a folder where a file must be', advice: `Move that folder away, or ${otherFolder}.` },
  ENOENT: { problem: '% is missing, or a link on its way leads nowhere', advice: `Make what is missing, or ${otherFolder}.` },
  ELOOP: { problem: 'the links on the way to % go round in a circle', advice: `Mend them, or ${otherFolder}.` },
  ENAMETOOLONG: { problem: 'the path % is too long for the file system', advice: 'Set OCR_WEB_DATA_DIR to a shorter path.' },
  EDQUOT: {
    problem: 'the disk quota of this user is used up on the disk of %',
    advice: `Free some space, raise the quota, or ${otherFolder}.`,
  },
  EIO: {
    problem: 'the disk of % fails to read or write',
    advice: `Look into the log of the system (dmesg), save what can be saved, and ${otherFolder}, on a sound disk.`,
  },
  EMFILE: {
    problem: 'this process may not open more files',
    advice: 'Raise its limit to 1024 or more: "ulimit -n 1024" in the shell that starts it, LimitNOFILE= in a systemd unit.',
  },
  ENFILE: {
    problem: 'the machine has no more open files to give',
    advice: 'Close other programs, or raise the limit (sysctl fs.file-max).',
  },
  ENOMEM: {
    problem: 'the machine has too little memory',
    advice: 'Free some, or set OCR_WEB_READER_PROCESSES and OCR_WEB_READER_MEMORY_MIB lower.',
  },
  EAGAIN: {
    problem: 'the machine gives this user no more processes or threads',
    advice:
      'Raise the limit ("ulimit -u", TasksMax= in a systemd unit, the pids limit of a container), or set OCR_WEB_READER_PROCESSES lower.',
  },
  ERR_MODULE_NOT_FOUND: { problem: 'a part of the program is missing', advice: 'Install it again: "npm ci" in its folder.' },
  ERR_DLOPEN_FAILED: {
    problem: 'a part of the program cannot be loaded on this machine',
    advice: 'Install it again on this machine: "npm ci" in its folder.',
  },
};

/**
 * Explains an error of the system by its code. Not for a full disk, whose explanation needs to look
 * at the disk.
 *
 * @param path what the error is about where the error itself does not say so
 * @returns undefined for an error that is none of the system, or that says nothing to an operator
 */
export function describeSystemError(error: Error, path: string): Explanation | undefined {
  const { code = '', path: ownPath = path } = error as NodeJS.ErrnoException;
  const explanation = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  return explanation && { problem: `${explanation.problem.replace('%', () => ownPath)} (${code})`, advice: explanation.advice };
}
