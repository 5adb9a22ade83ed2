/**
 * Where each process of a watched service writes how many statements it has run, in its data
 * folder; its number is added to the name.
 */
export const statementsFile = 'bench-statements';
