/*
 * mdast's `html` nodes hold tags of elements that may stand in a page's body, and comments, exactly
 * as written: whoever renders them must sanitize. Other tags, such as `<pid>`, are `text` already.
 */
import type { Literal, Node, Parent, PhrasingContent, BlockContent, DefinitionContent } from 'mdast';

/** `[[target#anchor|label]]`, or `![[…]]` when `embed`. `label` is undefined when no alias is written. */
export interface WikiLink extends Node {
  type: 'wikiLink';
  target: string;
  /** What follows `#`, without it; `^id` for a block. */
  anchor: string | undefined;
  label: string | undefined;
  embed: boolean;
}

/** `==text==` */
export interface Highlight extends Parent {
  type: 'highlight';
  children: PhrasingContent[];
}

/** `%%text%%`, inline or as a block: never published. */
export interface Comment extends Literal {
  type: 'comment';
}

/** `#name` in running text, where Obsidian sees a tag. */
export interface InlineTag extends Node {
  type: 'inlineTag';
  name: string;
}

/** `(Citation: name)`, ATT&CK's mark for a source. */
export interface Citation extends Node {
  type: 'citation';
  name: string;
}

/** `> [!type]- Title`. `fold` says whether and how it can be folded. */
export interface Callout extends Parent {
  type: 'callout';
  /** Lower case, as written: `info`, `quote`, or any other word. */
  calloutType: string;
  fold: 'none' | 'open' | 'closed';
  /** Empty when no title is written; then the type is shown. */
  title: PhrasingContent[];
  children: (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
    highlight: Highlight;
    comment: Comment;
    inlineTag: InlineTag;
    citation: Citation;
  }
  interface BlockContentMap {
    callout: Callout;
    comment: Comment;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
    highlight: Highlight;
    comment: Comment;
    inlineTag: InlineTag;
    citation: Citation;
    callout: Callout;
  }
  interface Data {
    /** The id of a `^id` mark that ends this block, in lower case. */
    blockId?: string;
    /** The heading's id in the page. */
    headingId?: string;
    /** The character in the box of a task item (`- [x]`), a space for one to do; `checked` is then set too. */
    task?: string;
  }
}
