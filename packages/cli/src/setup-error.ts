/** The work could not begin: a setting, the data folder, the models. The message says what to do. */
export class SetupError extends Error {}
