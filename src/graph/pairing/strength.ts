import type { TechniqueId, TestGuid } from '../../domain/index.ts';

/** How surely a test tries a rule, from the surest down. */
export const strengths = ['declared', 'cited', 'same-technique'] as const;
/** One of {@link strengths}. */
export type Strength = (typeof strengths)[number];

/** What makes a rule and a test a pair. */
export type Reason =
  /** The rule's `simulation` names the test's guid. Source: Sigma's rule specification. */
  | { readonly kind: 'simulation'; readonly guid: TestGuid }
  /** The rule's note names the test's guid. */
  | { readonly kind: 'guid'; readonly guid: TestGuid }
  /** An address in the rule's note leads to the test itself, or to all atomics of `page`. */
  | { readonly kind: 'address'; readonly address: string; readonly page: TechniqueId | undefined }
  /** The rule's note links to the test's section, or to its whole runbook. */
  | { readonly kind: 'link'; readonly title: string; readonly isWhole: boolean }
  /** Both carry these techniques. */
  | { readonly kind: 'technique'; readonly techniques: readonly TechniqueId[] };

/** Reasons in words: `the rule’s simulation names the guid …`, `both carry T1059.001`. */
export function reasonsInWords(reasons: readonly Reason[]): string {
  return reasons.map(reasonWords).join('; ');
}

function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'simulation':
      return `the rule’s simulation names the guid ${reason.guid}`;
    case 'guid':
      return `the rule’s note names the guid ${reason.guid}`;
    case 'address':
      return reason.page === undefined
        ? `the rule cites the test at ${reason.address}`
        : `the rule cites the atomics of ${reason.page} at ${reason.address}`;
    case 'link':
      return `the rule links to the ${reason.isWhole ? 'runbook' : 'test'} “${reason.title}”`;
    case 'technique':
      return `both carry ${reason.techniques.join(' and ')}`;
  }
}
