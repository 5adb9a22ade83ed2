/**
 * How the service ends that cannot start because its disk is full, for its supervisor: EX_TEMPFAIL
 * of sysexits(3), a failure that may pass by itself.
 */
export const diskFullExitCode = 75;
