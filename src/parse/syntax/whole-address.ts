import type { Code, Construct, State } from 'micromark-util-types';
import { codes, isSpaceOrEnd } from './codes.ts';

// `https://` and the 253 characters that a host may have.
const LONGEST = 8 + 253;

/** An address of which no bracket parts the host: `http://evil[.]test` and `http://evil(.)test` are written not to be followed. */
const wholeAddress: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let slashes = 0;
    let length = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      return inside(code);
    }

    function inside(code: Code): State | undefined {
      if (isOneOf('[({', code)) return nok(code);
      // A bracket that closes was opened before the address.
      const isOver =
        isSpaceOrEnd(code) || isOneOf('])}', code) || (slashes === 2 && endsHost(code)) || length === LONGEST;
      if (isOver) {
        effects.exit('data');
        return ok(code);
      }
      if (code === codes.slash) slashes += 1;
      length += 1;
      effects.consume(code);
      return inside;
    }
  },
};

function isOneOf(marks: string, code: Code): boolean {
  return code !== null && code > 0 && marks.includes(String.fromCharCode(code));
}

function endsHost(code: Code): boolean {
  return code === codes.slash || code === codes.questionMark || code === codes.numberSign;
}

/** Guards the construct of written-out addresses, so that defanged ones stay text. */
export function onlyWholeAddress(address: Construct): Construct {
  return {
    ...address,
    tokenize(effects, ok, nok) {
      return effects.check(wholeAddress, address.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
