import {
  attention,
  autolink,
  codeText,
  htmlFlow,
  htmlText,
  labelEnd,
  labelStartImage,
  labelStartLink,
  setextUnderline,
} from 'micromark-core-commonmark';
import type { Construct, ConstructRecord, Extension, TokenizeContext } from 'micromark-util-types';
import { codes } from './codes.ts';
import { onlyElements } from './html.ts';

const REPLACED = [
  attention,
  autolink,
  codeText,
  htmlFlow,
  htmlText,
  labelEnd,
  labelStartImage,
  labelStartLink,
  setextUnderline,
];

/**
 * How often a construct is tried in one stretch of text (a paragraph, heading or table cell). Many
 * constructs look back over, or ahead to the end of, the whole stretch each time; real text stays far below.
 */
export const MAX_TRIES = 1_000;
/** Characters that a construct reads ahead in vain in one stretch of text, in all its tries. */
export const MAX_READ_AHEAD = 400_000;

/** The construct, which stops matching in a stretch of text once it was tried too often there: the rest stays text. */
export function bounded(construct: Construct): Construct {
  const spent = new WeakMap<TokenizeContext, { tries: number; characters: number }>();
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const soFar = spent.get(this) ?? { tries: 0, characters: 0 };
      spent.set(this, soFar);
      soFar.tries += 1;
      if (soFar.tries > MAX_TRIES || soFar.characters > MAX_READ_AHEAD) return nok;
      const from = this.now().offset;
      return construct.tokenize.call(this, effects, ok, (code) => {
        soFar.characters += this.now().offset - from;
        return nok(code);
      });
    },
  };
}

/** The same for every text construct of an extension. */
export function boundedExtension(extension: Extension): Extension {
  if (extension.text === undefined) return extension;
  const text: ConstructRecord = {};
  for (const [code, entry] of Object.entries(extension.text)) {
    text[code] = [entry ?? []].flat().map(bounded);
  }
  return { ...extension, text };
}

/**
 * The construct for underlined headings, given only the events of its own paragraph: its resolver
 * copies all that it is given, which is the whole note, for each heading.
 */
function underlineOfParagraph(): Construct {
  const { resolveTo, ...underline } = setextUnderline;
  return {
    ...underline,
    name: 'underlineOfParagraph',
    resolveTo(events, context) {
      const from = events.findLastIndex(([kind, token]) => kind === 'enter' && token.type === 'content');
      const own = events.splice(Math.max(from, 0));
      for (const event of resolveTo?.(own, context) ?? own) events.push(event);
      return events;
    },
  };
}

/**
 * CommonMark's costly constructs, bounded, in place of its own; HTML only where an element is named.
 * The copies have other names, for micromark turns its own off by name.
 */
export function coreSyntax(): Extension {
  const copy = (construct: Construct): Construct => bounded({ ...construct, name: `bounded-${construct.name}` });
  const underline = underlineOfParagraph();
  const boundedAttention = copy(attention);
  return {
    disable: { null: REPLACED.flatMap(({ name }) => name ?? []) },
    flow: {
      [codes.hyphen]: underline,
      [codes.lessThan]: onlyElements({ ...htmlFlow, name: 'elementFlow' }),
      [codes.equalsTo]: underline,
    },
    text: {
      [codes.exclamationMark]: copy(labelStartImage),
      [codes.asterisk]: boundedAttention,
      [codes.lessThan]: [copy(autolink), onlyElements(copy(htmlText))],
      [codes.leftBracket]: copy(labelStartLink),
      [codes.rightBracket]: copy(labelEnd),
      [codes.underscore]: boundedAttention,
      [codes.graveAccent]: copy(codeText),
    },
  };
}
