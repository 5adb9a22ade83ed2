import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Sbom } from './build-sbom.ts';

const schemas = new URL('res/schema/', import.meta.resolve('@cyclonedx/cyclonedx-library/package.json'));
const loadSchema = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), 'utf8'));

let compiled: ValidateFunction | undefined;

/** Compiles the schema when it is first needed, which takes half a second. */
function schemaOfSbom(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'iri-reference': true, 'idn-email': true } });
  addFormats.default(ajv);
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json', 'cryptography-defs.SNAPSHOT.schema.json']) {
    // As the schema of the document names it.
    ajv.addSchema(loadSchema(name), `http://cyclonedx.org/schema/${name}`);
  }
  compiled = ajv.compile(loadSchema('bom-1.6.SNAPSHOT.schema.json'));
  return compiled;
}

/**
 * Holds a software bill of materials against the JSON schema of CycloneDX 1.6 with its list of SPDX
 * licences, and looks for what a schema cannot see: a part that is named twice, or that depends on
 * one that is not listed.
 */
export function findSbomProblems(sbom: Sbom): string[] {
  const validate = schemaOfSbom();
  const isValid = validate(sbom);
  const names = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']);
  const mentioned = sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  return [
    ...(isValid ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is listed twice`),
    ...[...new Set(mentioned)].filter((name) => !names.includes(name)).map((name) => `${name} is mentioned and not listed`),
  ];
}
