export { type CheckedGuest, type CheckedRegistration, checkRegistration } from './check-registration.ts';
export type { Issue, IssueCode, Severity } from './issues/issue.ts';
export { describeIssue, labelOf } from './languages/describe-issue.ts';
export { type IssueWords, type LanguageName, languageNames, type Words } from './languages/language.ts';
export { languages } from './languages/languages.ts';
export { makeTemplate, type Template } from './make-template.ts';
export {
  type Fact,
  factsOf,
  type GuestFact,
  guestFacts,
  type Level,
  type PropertyFact,
  propertyFacts,
  type Source,
  type StayFact,
  stayFacts,
} from './model/fact.ts';
export type { Doubt, Found } from './model/found.ts';
export { readRegistration, type WrittenRegistration } from './model/read-registration.ts';
export type { GuestInput, Property, Registration, Values } from './model/registration.ts';
export type { ResolvedGuest } from './model/resolve-guest.ts';
export { type RegisterName, registerNames, registers } from './registers/registers.ts';
export { conditions } from './table/condition.ts';
export type { Form } from './table/form.ts';
export type { Citation, Register, RegisterField, RegisterFile } from './table/register-field.ts';
