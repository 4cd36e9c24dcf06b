import type { Code, Facts } from '../../diagnostics/index.ts';
import type { Span } from '../../source/index.ts';

/** The codes of what may be wrong with a rule's YAML. */
type SigmaCode = Extract<Code, `sigma/${string}`>;

/** Receives what is wrong with a rule; spans are UTF-16 offsets of its text. */
export type SigmaReport = <C extends SigmaCode>(code: C, span: Span, facts: Facts<C>) => void;
