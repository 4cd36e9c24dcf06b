import type { Code, Construct, State } from 'micromark-util-types';
import { codes, isEnd, isSpaceOrEnd } from './codes.ts';

/**
 * A single `$` that begins math: no white space after it, and the next `$` on the line has none
 * before it and nothing after it that a variable's name begins with. Obsidian asks only that no
 * digit follow; notes about shells hold `$env:TEMP\$env:USER` and `$(a)-$(b)`, which must stay text.
 */
const plausibleMath: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let last: Code = null;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      effects.consume(code);
      return afterDollar;
    }

    function afterDollar(code: Code): State | undefined {
      // `$$` is math whatever stands in it.
      if (code === codes.dollarSign) return finish(code);
      return isSpaceOrEnd(code) ? nok(code) : inside(code);
    }

    function inside(code: Code): State | undefined {
      if (isEnd(code)) return nok(code);
      effects.consume(code);
      if (code === codes.dollarSign) return isSpaceOrEnd(last) ? nok : afterClose;
      last = code;
      return inside;
    }

    function afterClose(code: Code): State | undefined {
      const isName = code !== null && code > 0 && /[\w$({?]/.test(String.fromCharCode(code));
      return isName ? nok(code) : finish(code);
    }

    function finish(code: Code): State | undefined {
      effects.exit('data');
      return ok(code);
    }
  },
};

/** Guards the construct of inline math, so that dollars in prose about shells stay text. */
export function onlyPlausibleMath(math: Construct): Construct {
  return {
    ...math,
    tokenize(effects, ok, nok) {
      return effects.check(plausibleMath, math.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
