/** Where a watched service writes how many statements it has run, in its data folder. */
export const statementsFile = 'bench-statements';
