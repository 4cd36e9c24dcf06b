export { catalogue } from './catalogue/index.ts';
export { nearest } from './nearest.ts';
export type { Severity } from './catalogue/row.ts';
export { compareDiagnostics, diagnose } from './diagnostic.ts';
export type { Code, Diagnostic, Facts, Report } from './diagnostic.ts';
