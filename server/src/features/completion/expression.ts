/** Inside a runtime expression, where of all names only those of secrets are known. Offsets are absolute UTF-16 offsets. */
import { hasExpression } from '../../formats/expression.ts';
import { jqCode } from '../../formats/jq.ts';
import type { CompletionTarget } from './target.ts';

/** `$secrets.na`, `$secrets["na`; in quotes of YAML or JSON, jq's own may stand behind a backslash. */
const secret = /\$secrets\s*(?:(\.)\s*(?:[A-Za-z_]\w*)?|\.?\s*\[\s*\\?"([^"\\\]]*))$/;

/**
 * The target of a cursor inside an expression: the name of a secret, whose text alone is replaced, or `undefined` where nothing is known.
 * Of a cursor elsewhere, the target as it is.
 */
export function insideExpression(text: string, offset: number, target: CompletionTarget): CompletionTarget | undefined {
  const written = text.slice(target.replace.start + target.quote.length, offset);
  const found = secret.exec(written);
  if (!found || jqCode(written)[found.index] !== '$') return hasExpression(written) ? undefined : target;
  const typed = found[1] ? /\w*$/.exec(written)![0] : found[2]!;
  const rest = (found[1] ? /^\w*/ : /^[^"\\\]]*/).exec(text.slice(offset, offset + 200))![0];
  return {
    ...target,
    expected: found[1] ? 'secret' : 'quoted secret',
    replace: { start: offset - typed.length, end: offset + rest.length },
    isTyped: typed !== '',
    quote: '',
    comma: { after: false },
  };
}
