/** Operators that choose what text their term is compared with, in the order the help lists them. */
export const operatorNames = [
  'file',
  'path',
  'content',
  'match-case',
  'ignore-case',
  'tag',
  'line',
  'block',
  'section',
  'task',
  'task-todo',
  'task-done',
] as const;

/** The name of an operator as the canonical text writes it, without the colon. Source: help/Search. */
export type OperatorName = (typeof operatorNames)[number];

const scopeNames = [
  'line',
  'block',
  'section',
  'task',
  'task-todo',
  'task-done',
] as const satisfies readonly OperatorName[];

/** Operators whose term must be met within one part of a note. */
export type ScopeName = (typeof scopeNames)[number];

/** Whether an operator divides notes into parts. */
export function isScope(operator: OperatorName): operator is ScopeName {
  return scopeNames.some((scope) => scope === operator);
}

/** The operator of a name in any letter case (A4.5); undefined when there is none. */
export function findOperator(name: string): OperatorName | undefined {
  const key = name.toLowerCase();
  return operatorNames.find((known) => known === key);
}
