import type { Span } from '../../source/index.ts';

/** A search of the rule that a condition names, or a pattern of names (`selection*`). */
export interface SearchReference {
  readonly name: string;
  /** In the condition's text. */
  readonly span: Span;
}

/** Where a condition stops making sense. */
export interface ConditionProblem {
  /** What stands there; undefined at the condition's end. */
  readonly found: string | undefined;
  readonly expected: string;
  /** In the condition's text. */
  readonly span: Span;
}

/** What a condition names and the first mistake in it. */
export interface Condition {
  /** In the order of the text, up to the mistake. `them` is no reference: it always means all searches. */
  readonly references: readonly SearchReference[];
  readonly problem: ConditionProblem | undefined;
}

/**
 * Reads a rule's condition. Source: the section Condition of Sigma's rule specification, version 2
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md), and of
 * version 1 the aggregations after a pipe, which the first version had and rules still carry.
 *
 * ```text
 * > | 1 of selection_* and not (filter or keywords) | count() by Image > 5
 *          ^^^^^^^^^^^          ^^^^^^    ^^^^^^^^
 * ```
 */
export function parseCondition(text: string): Condition {
  const reader = new ConditionReader(text);
  return { problem: reader.read(), references: reader.references };
}

interface Token {
  readonly text: string;
  /** In lower case: the words of the grammar are known in any. */
  readonly word: string;
  readonly span: Span;
}

/** Deeper conditions are no conditions; the bound keeps the reader off the end of the stack. */
const DEEPEST = 100;
const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'of', ')', '|']);
const QUANTIFIERS: ReadonlySet<string> = new Set(['1', 'all', 'any']);
const FUNCTIONS: ReadonlySet<string> = new Set(['count', 'min', 'max', 'avg', 'sum']);
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '==']);

class ConditionReader {
  readonly references: SearchReference[] = [];
  readonly #tokens: readonly Token[];
  readonly #end: Span;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = [...text.matchAll(/[()|]|[<>=]=?|[^\s()|<>=]+/g)].map(({ 0: token, index }) => ({
      text: token,
      word: token.toLowerCase(),
      span: { start: index, end: index + token.length },
    }));
    const end = text.trimEnd().length;
    this.#end = { start: end, end };
  }

  /** Each of these gives the first problem that it meets, having read up to it. */
  read(): ConditionProblem | undefined {
    const problem = this.#expression() ?? (this.#accepts('|') ? this.#aggregation() : undefined);
    if (problem !== undefined || this.#next === undefined) return problem;
    return this.#expected('“and”, “or” or the end');
  }

  #expression(): ConditionProblem | undefined {
    do {
      const problem = this.#operand();
      if (problem !== undefined) return problem;
    } while (this.#accepts('and') || this.#accepts('or'));
    return undefined;
  }

  #operand(): ConditionProblem | undefined {
    while (this.#accepts('not'));
    const token = this.#next;
    if (token === undefined || RESERVED.has(token.word)) return this.#expected('a search');
    if (token.word === '(') return this.#group();
    if (this.#tokens[this.#at + 1]?.word === 'of') return this.#quantified(token);
    return this.#search();
  }

  #group(): ConditionProblem | undefined {
    if (this.#depth === DEEPEST) return this.#expected(`at most ${DEEPEST} parentheses within one another`);
    this.#depth += 1;
    this.#at += 1;
    const problem = this.#expression() ?? this.#must(')', 'a closing parenthesis');
    this.#depth -= 1;
    return problem;
  }

  #quantified({ word }: Token): ConditionProblem | undefined {
    if (!QUANTIFIERS.has(word)) return this.#expected('“1” or “all”');
    this.#at += 2;
    return this.#accepts('them') ? undefined : this.#search();
  }

  #search(): ConditionProblem | undefined {
    const token = this.#next;
    if (token === undefined || RESERVED.has(token.word) || /^[(<>=]/.test(token.word))
      return this.#expected('a search');
    this.references.push({ name: token.text, span: token.span });
    this.#at += 1;
    return undefined;
  }

  #aggregation(): ConditionProblem | undefined {
    if (this.#accepts('near')) return this.#expression();
    if (!FUNCTIONS.has(this.#next?.word ?? '')) return this.#expected('count, min, max, avg, sum or near');
    this.#at += 1;
    const problem = this.#must('(', 'an opening parenthesis');
    if (problem !== undefined) return problem;
    if (this.#next?.word !== ')') this.#at += 1;
    return this.#must(')', 'a closing parenthesis') ?? this.#groupFields() ?? this.#comparison();
  }

  #groupFields(): ConditionProblem | undefined {
    if (!this.#accepts('by')) return undefined;
    const from = this.#at;
    while (this.#next !== undefined && !COMPARISONS.has(this.#next.word)) this.#at += 1;
    return this.#at === from ? this.#expected('a field to group by') : undefined;
  }

  #comparison(): ConditionProblem | undefined {
    if (!COMPARISONS.has(this.#next?.word ?? '')) return this.#expected('a comparison such as > 5');
    this.#at += 1;
    if (!/^\d+(?:\.\d+)?$/.test(this.#next?.word ?? '')) return this.#expected('a number');
    this.#at += 1;
    return undefined;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #accepts(word: string): boolean {
    if (this.#next?.word !== word) return false;
    this.#at += 1;
    return true;
  }

  #must(word: string, expected: string): ConditionProblem | undefined {
    return this.#accepts(word) ? undefined : this.#expected(expected);
  }

  #expected(expected: string): ConditionProblem {
    const token = this.#next;
    return { found: token?.text, expected, span: token?.span ?? this.#end };
  }
}
