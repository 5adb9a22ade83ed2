import { allowedForTools, allowedLicences, licenceExceptions } from './licence-policy.ts';
import { isFromRegistry, type Lockfile, packageName } from './lockfile.ts';
import { satisfiesLicence } from './satisfies-licence.ts';
import { findShippedPackages } from './shipped-packages.ts';

/**
 * Holds every package of a lockfile against the policy. A package that the lockfile names no
 * licence of is refused where it ships; of tools for other platforms the registry at hand may have
 * said none.
 *
 * @returns a sentence for each package that the policy does not allow
 */
export function checkLicences(lock: Lockfile): string[] {
  const shipped = new Set(findShippedPackages(lock).map(({ path }) => path));
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (!isFromRegistry(path, entry)) return [];
    const name = packageName(path);
    const ships = shipped.has(path);
    if (entry.license === undefined) return ships ? [`${name} ships and package-lock.json names no licence of it`] : [];
    return isWithinPolicy(name, entry.license, ships)
      ? []
      : [`${name} ${ships ? 'ships' : 'is used'} under ${entry.license}, which the policy does not allow`];
  });
}

function isWithinPolicy(name: string, expression: string, ships: boolean): boolean {
  const excepted = licenceExceptions.filter(({ packages }) => packages.test(name)).flatMap(({ licences }) => licences);
  return satisfiesLicence(
    expression,
    (licence) => allowedLicences.has(licence) || excepted.includes(licence) || (!ships && allowedForTools.has(licence)),
  );
}
