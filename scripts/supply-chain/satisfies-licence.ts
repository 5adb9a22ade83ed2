/**
 * Tells whether an SPDX licence expression (SPDX 2.3, annex D) can be met with the allowed
 * licences: one side of each OR, both sides of each AND. AND binds closer than OR.
 *
 * @throws Error for what is no expression of identifiers, AND, OR and parentheses
 */
export function satisfiesLicence(expression: string, isAllowed: (identifier: string) => boolean): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const wrong = () => new Error(`"${expression}" is no SPDX expression that is understood here`);
  const takeOperand = (): boolean => {
    const token = tokens.shift();
    if (token === '(') {
      const inner = takeChoice();
      if (tokens.shift() !== ')') throw wrong();
      return inner;
    }
    if (token === undefined || !/^[A-Za-z0-9.-]+\+?$/.test(token) || /^(AND|OR|WITH)$/i.test(token)) throw wrong();
    return isAllowed(token);
  };
  // Both sides are read whatever the first one says, so that the rest of the expression is checked.
  const takeAll = (): boolean => {
    let met = takeOperand();
    for (; tokens[0] === 'AND'; ) met = [tokens.shift() !== undefined, takeOperand(), met].every(Boolean);
    return met;
  };
  const takeChoice = (): boolean => {
    let met = takeAll();
    for (; tokens[0] === 'OR'; ) {
      tokens.shift();
      const other = takeAll();
      met = met || other;
    }
    return met;
  };
  const met = takeChoice();
  if (tokens.length > 0) throw wrong();
  return met;
}
