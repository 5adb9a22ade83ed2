/** The exit codes of the program. Printed by `ocr-web --help`. */
export const exitCode = {
  /** Done; with `scan` this includes files that could not be read, as long as one could. */
  done: 0,
  /**
   * The work itself failed: no file could be read, or one could not and `--strict` was given; a
   * token to revoke does not exist.
   */
  failed: 1,
  /** The command line is wrong: unknown command or option, missing or bad value. */
  usage: 2,
  /** Could not start: models damaged, a setting wrong, data folder in use, port taken. */
  setup: 3,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
  /** `serve`, ended at once by a second SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
