import type { AtomicTest, ComponentRef, LogSource, SigmaRule, TechniqueId, TestGuid } from '../domain/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import type { Span, VaultPath } from '../source/index.ts';

/** A node's id: its kind, a colon and a key that is stable across renames of files. */
export type NodeId = string & { readonly __brand: 'NodeId' };

interface NodeBase {
  readonly id: NodeId;
  readonly title: string;
  /** The page's address without the site's base, ending in `/` (a test's ends in `#guid`). */
  readonly url: string;
}

interface NoteNodeBase extends NodeBase {
  readonly path: VaultPath;
  readonly note: ParsedNote;
}

/** A note on a technique or sub-technique. Dates and version are as written. */
export interface TechniqueNode extends NoteNodeBase {
  readonly kind: 'technique';
  /** Undefined when the note names none. */
  readonly techniqueId: TechniqueId | undefined;
  /** The technique above it, whether or not that has a note. */
  readonly parentId: TechniqueId | undefined;
  /** Names in the order of the matrix. */
  readonly tactics: readonly string[];
  readonly platforms: readonly string[];
  readonly created: string | undefined;
  readonly modified: string | undefined;
  readonly version: string | undefined;
  /** The `url` property: the technique's page at its source. */
  readonly sourceUrl: string | undefined;
  /** Those that the note lists under Data Sources. */
  readonly components: readonly ComponentRef[];
  readonly defensesBypassed: readonly string[];
  /** Names of `(Citation: …)` marks, each once, in order. */
  readonly citations: readonly string[];
}

/** A note with a Sigma rule. `sigma` is the YAML block's content, the frontmatter filling in. */
export interface RuleNode extends NoteNodeBase {
  readonly kind: 'rule';
  readonly sigma: SigmaRule;
  /** Its techniques by tag, whether or not they have notes; each once, sorted. */
  readonly techniques: readonly TechniqueId[];
  readonly tactics: readonly string[];
  /** The author's YAML to the letter and where it stands in the note; undefined when there is none. */
  readonly yaml: { readonly text: string; readonly span: Span } | undefined;
}

/** A note with atomic tests. */
export interface RunbookNode extends NoteNodeBase {
  readonly kind: 'runbook';
  readonly techniques: readonly TechniqueId[];
  readonly tests: readonly NodeId[];
}

/** One atomic test: a section of a runbook. */
export interface TestNode extends NodeBase {
  readonly kind: 'test';
  readonly path: VaultPath;
  readonly runbook: NodeId;
  /** The id of the section in the runbook's page: the guid, or a slug of the heading. */
  readonly anchor: string;
  readonly guid: TestGuid | undefined;
  readonly test: AtomicTest;
  readonly techniques: readonly TechniqueId[];
  /** From its heading to the end of its section. */
  readonly span: Span;
}

/** Any other note. */
export interface PageNode extends NoteNodeBase {
  readonly kind: 'page';
}

/** A tactic that a technique names. */
export interface TacticNode extends NodeBase {
  readonly kind: 'tactic';
  /** ATT&CK's id, such as `TA0002`; undefined for a tactic that ATT&CK does not know. */
  readonly tacticId: string | undefined;
}

/** A platform that a technique or test names. */
export interface PlatformNode extends NodeBase {
  readonly kind: 'platform';
}

/** A data source of ATT&CK (before v18). */
export interface DataSourceNode extends NodeBase {
  readonly kind: 'data-source';
}

/** A data component; its source is `source`. */
export interface DataComponentNode extends NodeBase {
  readonly kind: 'data-component';
  readonly source: NodeId;
}

/** A product, category and service that rules read. */
export interface LogSourceNode extends NodeBase {
  readonly kind: 'log-source';
  readonly logSource: LogSource;
  /** The data components that it gives, whether or not techniques name them; undefined when that is not known. */
  readonly components: readonly ComponentRef[] | undefined;
}

/** A tag; `title` is its most frequent spelling. */
export interface TagNode extends NodeBase {
  readonly kind: 'tag';
  /** Folded for matching. */
  readonly key: string;
}

/** A node that is a note and has a page of its own. */
export type NoteNode = TechniqueNode | RuleNode | RunbookNode | PageNode;

/** Every node of the graph. */
export type GraphNode =
  NoteNode | TestNode | TacticNode | PlatformNode | DataSourceNode | DataComponentNode | LogSourceNode | TagNode;

/** Every kind of node. */
export type NodeKind = GraphNode['kind'];

/** The node type of a kind. */
export type NodeOf<K extends NodeKind> = Extract<GraphNode, { readonly kind: K }>;
