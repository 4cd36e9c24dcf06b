import type { Code, Construct, State } from 'micromark-util-types';
import { codes } from './codes.ts';

/**
 * Elements that may stand in a page's body, and the older ones that notes still use. Any other name
 * between angle brackets is a placeholder (`<pid>`, `<username>`) and read as text.
 * Source: the HTML Living Standard's index of elements.
 */
const ELEMENTS = new Set(
  (
    'a abbr address area article aside audio b bdi bdo blockquote br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main map mark math menu meter nav ' +
    'noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section ' +
    'select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th ' +
    'thead time tr track tt u ul var video wbr'
  ).split(' '),
);
const LONGEST_NAME = 10;

/** `<` with the name of an element, or what only HTML can be: a comment, an instruction, a declaration. */
const knownTag: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let name = '';
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      effects.consume(code);
      return afterBracket;
    }

    function afterBracket(code: Code): State | undefined {
      if (code === codes.exclamationMark || code === codes.questionMark) return finish(code);
      if (code !== codes.slash) return inName(code);
      effects.consume(code);
      return inName;
    }

    function inName(code: Code): State | undefined {
      if (code !== null && code > 0 && /[0-9A-Za-z-]/.test(String.fromCharCode(code))) {
        if (name.length > LONGEST_NAME) return nok(code);
        name += String.fromCharCode(code);
        effects.consume(code);
        return inName;
      }
      return ELEMENTS.has(name.toLowerCase()) ? finish(code) : nok(code);
    }

    function finish(code: Code): State | undefined {
      effects.exit('data');
      return ok(code);
    }
  },
};

/**
 * A construct of CommonMark's HTML, tried only where an element's name stands: other tags stay text,
 * and the Markdown beside them is read.
 */
export function onlyElements(html: Construct): Construct {
  return {
    ...html,
    tokenize(effects, ok, nok) {
      return effects.check(knownTag, html.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
