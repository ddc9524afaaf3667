/** A tree as JSON: its data with every digit, aliases and merged keys written out. */
import { type Node, resolve, type ScalarNode } from '../node.ts';
import type { DocumentStyle } from '../style.ts';
import { doubleQuoted } from '../write.ts';
import { membersIn } from './members.ts';

/** The text of a file that holds what a node holds, each member on a line, in a style that is there. No obstacle (`obstacle.ts`) may stand in its way. */
export const toJson = (root: Node, { unit, space, lineBreak }: DocumentStyle): string =>
  `${written(root, { step: space.repeat(unit), lineBreak, colon: ': ' })}${lineBreak}`;

/** The same without any space. */
export const toCompactJson = (root: Node | undefined): string => written(root, { step: '', lineBreak: '', colon: ':' });

/** The same on lines, two spaces a level, without a break at the end. */
export const toIndentedJson = (root: Node | undefined): string => written(root, { step: '  ', lineBreak: '\n', colon: ': ' });

/** What stands between the words. */
interface Spaces {
  readonly step: string;
  readonly lineBreak: string;
  readonly colon: string;
}

function written(root: Node | undefined, { step, lineBreak, colon }: Spaces): string {
  const membersOf = membersIn();
  const out: string[] = [];
  const list = (marks: string, lead: string, entries: readonly (readonly [key: string, value: Node | undefined])[]): void => {
    if (entries.length === 0) return void out.push(marks);
    const deeper = lead + step;
    entries.forEach(([key, value], index) => {
      out.push(index === 0 ? marks[0]! : ',', lineBreak, deeper, key);
      write(value, deeper);
    });
    out.push(lineBreak, lead, marks[1]!);
  };
  const write = (node: Node | undefined, lead: string): void => {
    const value = resolve(node);
    if (value?.kind === 'map')
      list(
        '{}',
        lead,
        membersOf(value).map((pair) => [`${doubleQuoted(pair.key.text)}${colon}`, pair.value]),
      );
    else if (value?.kind === 'seq')
      list(
        '[]',
        lead,
        value.elements.map((element) => ['', element]),
      );
    else out.push(value?.kind === 'scalar' ? scalar(value) : 'null');
  };
  write(root, '');
  return out.join('');
}

const scalar = ({ value, text }: ScalarNode): string =>
  typeof value === 'string' ? doubleQuoted(value) : typeof value === 'number' ? number(text) : String(value);

/** A number as JSON writes it, with the digits that it has: without a plus, zeros at its front, or a point that no digit stands beside. */
function number(text: string): string {
  if (/^0[ox]/.test(text)) return String(BigInt(text));
  const [, sign, whole, point, rest] = /^([-+]?)0*(\d*)(\.?)(.*)$/.exec(text)!;
  const fraction = point && `.${/^\d/.test(rest!) ? '' : '0'}`;
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction}${rest}`;
}
