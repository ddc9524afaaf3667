/** What is wrong with an expression whatever the event is. */
import { count } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';
import { nearest } from '../rules/nearest.ts';
import type { TextRange } from '../syntax/node.ts';
import { cast, isInteger } from './cast.ts';
import { type Definition, functionNamed, functions, takes } from './functions.ts';
import { parse } from './parse.ts';
import { precedenceProblem } from './precedence.ts';
import type { CesqlCode, Problem } from './problem.ts';
import { type Attribute, type Binary, type Call, type Expression, type Literal, within } from './tree.ts';
import { expectedOf, ungrouped } from './types.ts';

/** All mistakes in a text that is an expression, in text order: its form first, then what it says. */
export function checkCesql(text: string): readonly Problem[] {
  const { expression, problems } = parse(text);
  const found = within(expression).flatMap((node) => problemsOf(node, text));
  // What hangs on how operators stand together is known when all of them can be read.
  const isRead = problems.every(({ code }) => code !== 'cesql/syntax');
  const told = isRead ? found : found.filter(({ code }) => code !== 'cesql/precedence' && code !== 'cesql/type');
  return [...problems, ...told].sort((a, b) => a.start - b.start);
}

function problemsOf(node: Expression, text: string): readonly Problem[] {
  const own =
    node.kind === 'attribute'
      ? attributeProblem(node, text)
      : node.kind === 'literal'
        ? integerProblem(node, text)
        : node.kind === 'call'
          ? callProblem(node, text)
          : node.kind === 'binary'
            ? prefixProblem(node)
            : undefined;
  const all = [own, precedenceProblem(node, text), ...typeProblems(node)];
  return all.filter((problem) => problem !== undefined);
}

const at = ({ start, end }: TextRange, code: CesqlCode, message: string, more: Partial<Problem> = {}): Problem => ({
  code,
  start,
  end,
  message,
  ...more,
});

/** cesql §2.2; core: Attribute Naming Convention. */
function attributeProblem(attribute: Attribute, text: string): Problem | undefined {
  const written = text.slice(attribute.start, attribute.end);
  const tell = (message: string, more?: Partial<Problem>): Problem => at(attribute, 'cesql/attribute-name', message, more);
  if (/^data(?:_base64)?(?:\.|$)/i.test(written)) return tell('CESQL reads the attributes of an event, and not its data.');
  if (/^[a-z0-9]+$/.test(written)) return undefined;
  const bare = /^ce_([a-z0-9]+)$/i.exec(attribute.name)?.[1];
  if (bare !== undefined) return tell(noPrefix(bare), { replacement: bare });
  // Engines read them in any case, as the official tests ask for; the grammar has small letters only.
  if (/^[a-z0-9]+$/i.test(written))
    return tell(`Names of attributes are in small letters. Write "${attribute.name}".`, {
      severity: 'warning',
      replacement: attribute.name,
    });
  return tell(`${quote(written)} is not the name of an attribute. These have letters a to z and digits only.`);
}

const noPrefix = (name: string): string => `Attributes have no prefix here. Write "${name}".`;

/** `ce-type`, as in a header, would take `type` from `ce`. */
function prefixProblem({ operator, left, right, start, end }: Binary): Problem | undefined {
  const isHeader = operator === '-' && left.kind === 'attribute' && left.name === 'ce' && right.kind === 'attribute';
  if (!isHeader || right.start !== left.end + 1) return undefined;
  return at({ start, end }, 'cesql/attribute-name', noPrefix(right.name), { replacement: right.name });
}

function integerProblem(literal: Literal, text: string): Problem | undefined {
  if (typeof literal.value !== 'number' || isInteger(literal.value)) return undefined;
  const written = quote(text.slice(literal.start, literal.end));
  return at(
    literal,
    'cesql/integer',
    text.slice(literal.start, literal.end).includes('.')
      ? `${written} is not a whole number. CESQL has no others.`
      : `${written} has more than 32 bits. Whole numbers go from -2147483648 to 2147483647.`,
  );
}

function callProblem({ name, nameAt, args }: Call, text: string): Problem | undefined {
  const known = functionNamed(name);
  if (!known) {
    const meant = nearest(name, Object.keys(functions));
    const isSmall = /^[^A-Z]*$/.test(text.slice(nameAt.start, nameAt.end));
    return at(
      nameAt,
      'cesql/unknown-function',
      `CESQL has no function "${name}".${meant ? ` Did you mean "${meant}"?` : ' It works only where somebody has added it.'}`,
      { replacement: isSmall ? meant?.toLowerCase() : meant },
    );
  }
  if (takes(known, args.length)) return undefined;
  return at(nameAt, 'cesql/arguments', `${name} takes ${howMany(known)}, and not ${args.length}.`);
}

function howMany({ parameters, least = parameters.length, rest }: Definition): string {
  if (rest) return `${count(least, 'argument')} or more`;
  return least === parameters.length ? count(least, 'argument') : `${least} or ${count(parameters.length, 'argument')}`;
}

/** Literals that cannot be what is made of them, whatever the event is. */
const typeProblems = (node: Expression): readonly Problem[] =>
  expectedOf(node).flatMap(([child, type]) => {
    const literal = ungrouped(child);
    const made = literal.kind === 'literal' ? cast(literal.value, type) : undefined;
    return made && 'failure' in made ? [at(literal, 'cesql/type', `${made.failure} For every event this is an error.`)] : [];
  });
