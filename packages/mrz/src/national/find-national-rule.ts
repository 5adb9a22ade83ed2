import type { FormatName } from '../generated/format-name.ts';
import { nationalRules } from '../generated/national-rules.ts';
import type { NationalRule } from './national-rule.ts';

const rulesByIssuer = /* @__PURE__ */ groupByIssuer();

function groupByIssuer(): ReadonlyMap<string, readonly NationalRule[]> {
  const groups = new Map<string, NationalRule[]>();
  for (const rule of nationalRules) {
    for (const issuer of rule.issuers) groups.set(issuer, [...(groups.get(issuer) ?? []), rule]);
  }
  return groups;
}

/**
 * The rule for documents of a format, a code (two characters as printed) and an issuer (without
 * fillers); undefined when there is none.
 */
export function findNationalRule(format: FormatName, code: string, issuer: string): NationalRule | undefined {
  const rules = rulesByIssuer.get(issuer);
  if (rules === undefined) return undefined;
  return rules.find(
    (rule) => rule.formats.includes(format) && (rule.codes === undefined || rule.codes.some((begin) => code.startsWith(begin))),
  );
}
