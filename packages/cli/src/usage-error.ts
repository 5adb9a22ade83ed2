/** A wrong command line. The message names the option or argument and says what is valid. */
export class UsageError extends Error {}
