import type { SigmaId, TestGuid } from '../ids.ts';

/** Where a rule's events come from. Source: Sigma's taxonomy of log sources. */
export interface LogSource {
  readonly product: string | undefined;
  readonly category: string | undefined;
  readonly service: string | undefined;
}

/** A rule that this one derives from, replaces or belongs with. */
export interface RelatedRule {
  readonly id: string;
  readonly type: string;
}

/** An attack simulation that the rule says it detects. */
export interface Simulation {
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly technique: string | undefined;
  readonly atomicGuid: TestGuid | undefined;
}

/** What a Sigma rule says of itself. Texts and dates are as the author wrote them. Source: Sigma's rule specification. */
export interface SigmaRule {
  readonly id: SigmaId | undefined;
  /** The id as written, also when it is no UUID. */
  readonly idText: string | undefined;
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly level: string | undefined;
  readonly description: string | undefined;
  readonly author: string | undefined;
  readonly date: string | undefined;
  readonly modified: string | undefined;
  readonly references: readonly string[];
  /** As written, such as `attack.t1059.001`. */
  readonly tags: readonly string[];
  readonly logSource: LogSource;
  readonly falsePositives: readonly string[];
  readonly related: readonly RelatedRule[];
  readonly simulations: readonly Simulation[];
}

/** Levels from the gravest down. Source: Sigma's rule specification. */
export const levels = ['critical', 'high', 'medium', 'low', 'informational'] as const;
/** Statuses from the most to the least trusted. Source: Sigma's rule specification. */
export const statuses = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;
