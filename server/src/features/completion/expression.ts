/** Inside a runtime expression, where of all names those of secrets and of variables are known. Offsets are absolute UTF-16 offsets. */
import { hasExpression } from '../../formats/expression.ts';
import { jqCode } from '../../formats/jq.ts';
import type { CompletionTarget } from './target.ts';

/** `$secrets.na`, `$secrets["na`; in quotes of YAML or JSON, jq's own may stand behind a backslash. */
const secret = /\$secrets\s*(?:(\.)\s*(?:[A-Za-z_]\w*)?|\.?\s*\[\s*\\?"([^"\\\]]*))$/;

/** `$na`, but not behind a name or a dot. */
const variable = /(?<![\w.$])\$(?:[A-Za-z_]\w*)?$/;

/**
 * The targets of a cursor inside an expression, whose names alone are replaced: of a secret, or of a variable; none where nothing is known.
 * Of a cursor elsewhere, the target as it is, and of a variable for the case that all of the text is an expression.
 */
export function insideExpression(text: string, offset: number, target: CompletionTarget): CompletionTarget[] {
  const written = text.slice(target.replace.start + target.quote.length, offset);
  if (!written.includes('$')) return [target];
  const code = jqCode(written);
  const inCode = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(written);
    return found && code[found.index] === '$' ? found : undefined;
  };
  const name = (expected: CompletionTarget['expected'], typed: string, rest: RegExp): CompletionTarget => {
    const end = offset + rest.exec(text.slice(offset, offset + 200))![0].length;
    const replace = { start: offset - typed.length, end };
    return { ...target, expected, replace, isTyped: typed !== '', quote: '', comma: { after: false } };
  };
  const ofSecret = inCode(secret);
  if (ofSecret?.[1]) return [name('secret', /\w*$/.exec(written)![0], /^\w*/)];
  if (ofSecret) return [name('quoted secret', ofSecret[2]!, /^[^"\\\]]*/)];
  const ofVariable = inCode(variable)?.[0];
  if (!hasExpression(written)) return ofVariable === undefined ? [target] : [target, name('bare variable', ofVariable, /^\w*/)];
  return ofVariable !== undefined && isInExpression(code) ? [name('variable', ofVariable, /^\w*/)] : [];
}

/** The code ends between `${` and its closing brace. */
function isInExpression(code: string): boolean {
  const from = code.lastIndexOf('${');
  if (from < 0) return false;
  let depth = 0;
  for (const sign of code.slice(from + 1)) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
  return depth > 0;
}
