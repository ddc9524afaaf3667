/** Where credentials stand: under names that say so, in addresses, and as texts that only look like expressions. */
import { hasExpression, insideExpression } from '../../../formats/expression.ts';
import type { MapNode, NodeRange, ScalarNode } from '../../../syntax/node.ts';
import { resolve, valueOf } from '../../../syntax/node.ts';
import { sliceOf } from '../../../syntax/range.ts';

/** Of a header, a parameter or a variable, its words joined by "_". */
const credentialName =
  /(?:^|_)(?:authorization|cookie|password|passwd|pwd|secret|(?:api_?|access_?|private_?|secret_?)key|(?:auth|access|api|bearer|refresh|secret)_?token|credentials?)$|^(?:\w+_)?token$/;
/** Tokens that are no secrets: places in a list, and what a form is checked by. */
const harmless = /(?:^|_)(?:page|next|continuation|sync|cursor|csrf|xsrf|max|min)_token$/;

/** Does the name of a header, a parameter or a variable say that its value is a credential? */
function isCredentialName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.]/g, '_')
    .toLowerCase();
  return credentialName.test(words) && !harmless.test(words);
}

/** Is a header sent to sign in by? */
export const signsIn = (name: string): boolean => /^(?:proxy-)?authorization$|^x-api-key$/i.test(name);

/** Is it written out? What a template, a shell or a runtime puts in its place is not. */
const isWrittenOut = (text: string): boolean =>
  (text.trim() !== '' && !hasExpression(text) && !/^(?:\$|\{|<|%)|^(?:basic|bearer)$/i.test(text.trim())) || isBareLiteral(text);

/** `${ "abc" }`: an expression that computes nothing. */
const isBareLiteral = (text: string): boolean => /^\s*"[^"\\]+"\s*$/.test(insideExpression(text) ?? '');

/** The credential that a text is, if it is one. */
export const credentialIn = (at: ScalarNode | MapNode): readonly ScalarNode[] =>
  at.kind === 'scalar' && isWrittenOut(at.text) ? [at] : [];

/** The values under names of credentials. */
export function credentialsNamedIn(at: ScalarNode | MapNode): readonly ScalarNode[] {
  if (at.kind !== 'map') return [];
  return at.pairs.flatMap(({ key, value }) => {
    const node = resolve(value);
    const isText = node?.kind === 'scalar' && typeof node.value === 'string';
    return isText && isCredentialName(key.text) ? credentialIn(node) : [];
  });
}

const signIn = /^[a-z][\w+.-]*:\/\/[^/?#@\s:]*:([^/?#@\s]+)@/i;

/** The passwords and keys that are part of an address, alone or under `uri`. */
export function credentialsInAddress(at: ScalarNode | MapNode): readonly NodeRange[] {
  const node = at.kind === 'scalar' ? at : resolve(valueOf(at, 'uri'));
  if (node?.kind !== 'scalar' || hasExpression(node.text)) return [];
  const { text } = node;
  const found: NodeRange[] = [];
  const password = signIn.exec(text);
  if (password && isWrittenOut(password[1]!))
    found.push(sliceOf(node, password[0].length - 1 - password[1]!.length, password[0].length - 1));
  for (const { 1: name = '', 2: value = '', index, 0: all } of text.matchAll(/[?&]([\w.-]+)=([^&#\s]*)/g))
    if (isCredentialName(name) && isWrittenOut(value)) found.push(sliceOf(node, index + all.length - value.length, index + all.length));
  return found;
}
