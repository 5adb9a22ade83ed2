import { homedir } from 'node:os';

type Environment = Record<string, string | undefined>;

/**
 * Gives a user without a home the root folder for one, as runtimes of containers do. The system
 * tells no home of a user whom it does not know, and the client of S3, which looks there for a
 * profile, fails then, even where it is told everything.
 *
 * @param environment is changed: libraries read the one of the process
 * @param findHome throws where there is none
 */
export function ensureHome(environment: Environment, findHome: () => string = homedir): void {
  try {
    findHome();
  } catch {
    environment.HOME = '/';
  }
}
