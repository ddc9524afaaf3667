/**
 * Who silences whom, in the order in which it is decided. A row is a fact about mistakes, not about rules: where one of `when` speaks,
 * the `silences` within its reach follow from it. What each row is for, with an example, stands in `cascade-docs.ts`.
 */
import { problemNames } from '../syntax/problems.ts';
import type { Distinctions } from './placed.ts';
import type { Where } from './reach.ts';

export interface Cascade extends Distinctions {
  readonly name: string;
  /** Codes or groups (`schema/*`) of the mistakes … */
  readonly when: readonly string[];
  /** … only where they are errors, … */
  readonly errors?: true;
  /** … of their consequences, … */
  readonly silences: readonly string[];
  /** … these left out, … */
  readonly except?: readonly string[];
  /** … and how far they reach. */
  readonly where: Where;
}

/** What is missing may be there, in words that could not be read. */
const absences = ['schema/missing-property', 'schema/missing-value', 'schema/no-kind', 'schema/item-name', 'schema/type'] as const;

/** One line out of place puts those below it out of place, too. */
export const displacements = [
  'syntax/indentation',
  'syntax/misplaced-dash',
  'syntax/missing-dash',
  'syntax/missing-colon',
  'syntax/dash-without-list',
  'syntax/lines-swapped',
] as const;

/** Other codes of the text, which are no mistakes by themselves. */
const remarks = ['syntax/duplicate-anchor', 'syntax/directive', 'syntax/json-comment'] as const;

/** Read whole, so that nothing follows from them: each stands for itself. */
const whole = ['syntax/brackets-in-text', 'syntax/bad-escape'] as const;

/** Signs and quotes without which all words are read as they are meant. */
const besideWords: ReadonlySet<string> = new Set([
  'trailing-comma',
  'extra-comma',
  'semicolon',
  'single-quotes',
  'unquoted-key',
  'unquoted-text',
  'extra-quote',
]);

/** All others: what is missing may be there, in words that could not be read. */
const unread = problemNames.filter((name) => !besideWords.has(name)).map((name) => `syntax/${name}`);

/** What is held by what is unknown. */
const unfitting = [
  'syntax/unclosed-bracket',
  'syntax/unopened-bracket',
  'syntax/wrong-bracket',
  'syntax/key-in-list',
  'syntax/missing-key',
  'syntax/missing-brace',
  'syntax/lines-swapped',
] as const;

/** Whether and where a task goes on does not hang on these. */
const unrelated = ['call', 'with', 'set', 'wait', 'raise', 'emit', 'run', 'listen', 'input', 'output', 'export', 'timeout', 'metadata'];

const rows = [
  {
    name: 'brackets that do not fit',
    when: unfitting,
    silences: [...unfitting, 'syntax/missing-value', 'syntax/missing-comma', 'syntax/trailing-comma', 'schema/*', 'flow/*', 'reference/*'],
    where: 'json',
  },
  {
    name: 'words of another runtime',
    when: ['document/other-runtime'],
    silences: ['schema/unknown-property', 'schema/missing-property', 'schema/type', 'reference/unknown-function'],
    where: 'words',
  },
  {
    name: 'told of the runtime',
    when: ['portability/default-case', 'portability/no-case', 'portability/directive'],
    silences: ['flow/early-default', 'flow/missing-default', 'flow/redundant-then'],
    where: 'place',
  },
  {
    name: 'lost definitions',
    when: ['schema/unknown-property', 'schema/misplaced', 'schema/type', 'schema/missing-value', 'document/duplicate-key', 'syntax/*'],
    silences: ['reference/*'],
    where: 'definitions',
  },
  {
    name: 'lost tasks',
    when: ['schema/item-name', 'schema/type', 'document/duplicate-key'],
    silences: ['flow/unknown-target'],
    where: 'entry',
  },
  {
    name: 'names behind "*"',
    when: ['syntax/unknown-alias', 'syntax/alias-name', 'syntax/anchor-name'],
    silences: ['flow/unknown-target'],
    where: 'list',
    unrelated,
  },
  {
    name: 'names of lines that changed places',
    when: ['syntax/lines-swapped'],
    silences: ['reference/*', 'flow/unknown-target', 'schema/two-kinds'],
    where: 'words',
  },
  {
    name: 'names that cannot be read',
    when: ['syntax/missing-key', 'syntax/missing-value', 'syntax/bad-escape', 'syntax/json-escape'],
    silences: ['flow/unknown-target'],
    where: 'list',
    unrelated,
  },
  { name: 'several names in one entry', when: ['schema/item-name'], silences: ['flow/duplicate-task'], where: 'fragment' },
  {
    name: 'doubtful flow',
    when: ['schema/*', 'document/*'],
    errors: true,
    silences: ['flow/*'],
    except: ['flow/unknown-target', 'flow/duplicate-task'],
    where: 'list',
    unrelated,
  },
  {
    name: 'flow out of place',
    when: [...displacements, 'syntax/missing-key'],
    silences: ['flow/*'],
    except: ['flow/unknown-target', 'flow/duplicate-task'],
    where: 'list',
  },
  {
    name: 'two kinds of task',
    when: ['schema/two-kinds'],
    silences: ['flow/*'],
    except: ['flow/unknown-target', 'flow/duplicate-task'],
    where: 'list',
  },
  {
    name: 'unread references',
    when: ['schema/*', 'syntax/*', 'document/duplicate-key'],
    errors: true,
    silences: ['reference/unused-component', 'error/never-raised', 'error/never-caught'],
    where: 'document',
  },
  { name: 'never called', when: ['reference/reserved-name'], silences: ['reference/unused-component'], where: 'place' },
  {
    name: 'caught nowhere',
    when: ['error/never-raised', 'error/unknown-standard-type'],
    silences: ['portability/error-type'],
    where: 'place',
  },
  { name: 'caught in vain', when: ['error/never-raised'], silences: ['error/never-caught'], where: 'words' },
  {
    name: 'misspelt type of an error',
    when: ['error/unknown-standard-type'],
    silences: ['error/never-raised', 'error/never-caught'],
    where: 'place',
  },
  {
    name: 'misspelt attribute',
    when: [
      'event/attribute',
      'cloudevent/near-miss',
      'cloudevent/name-characters',
      'cloudevent/legacy-attribute',
      'cloudevent/header-names',
    ],
    silences: ['schema/missing-property', 'document/newer-than-declared'],
    where: 'name',
  },
  {
    name: 'key in a mapping beside its own',
    when: ['schema/unknown-property'],
    silences: ['schema/missing-property', 'call/missing-argument', 'call/function-input'],
    where: 'name',
  },
  { name: 'name written twice', when: ['flow/duplicate-task'], silences: ['schema/no-kind'], where: 'entry' },

  { name: 'below a tab', when: ['syntax/tab'], silences: ['*'], except: ['syntax/tab'], where: 'below' },
  { name: 'unread words', when: unread, errors: true, silences: [...absences, 'cloudevent/required'], where: 'fragment' },
  { name: 'words out of place', when: ['syntax/tab', ...displacements], silences: absences, where: 'before' },
  { name: 'broken lines', when: unread, errors: true, silences: ['*'], except: ['syntax/*', 'schema/misplaced'], where: 'lines' },

  { name: 'misplaced keys', when: ['schema/misplaced'], silences: displacements, where: 'rest of fragment' },
  { name: 'key on the line of another', when: ['syntax/nested-on-one-line'], silences: ['syntax/colon-in-value'], where: 'line' },
  {
    name: 'one error a line',
    when: ['syntax/*'],
    errors: true,
    silences: ['syntax/*'],
    except: [...remarks, ...whole, 'syntax/nested-on-one-line'],
    where: 'line',
  },
  {
    name: 'lines out of place',
    when: displacements,
    silences: displacements,
    where: 'following lines',
    alone: ['syntax/missing-colon'],
    begins: ['syntax/misplaced-dash'],
  },
  {
    name: 'text below a key without its colon',
    when: ['syntax/missing-colon'],
    silences: ['syntax/foreign-comment'],
    where: 'deeper lines',
  },
  {
    name: 'lines that changed places',
    when: ['syntax/lines-swapped'],
    silences: ['schema/*', 'flow/*', 'document/duplicate-key', ...displacements],
    except: ['syntax/lines-swapped'],
    where: 'below',
  },
  { name: 'lines above two that changed places', when: ['syntax/lines-swapped'], silences: absences, where: 'lines above' },
  {
    name: 'filters above a line that cannot be read',
    when: ['syntax/tab', ...displacements],
    silences: ['event/correlation'],
    where: 'lines above',
  },
  {
    name: 'filters with a key that cannot be read',
    when: ['schema/unknown-property', 'schema/misplaced', 'syntax/missing-key', 'syntax/missing-value'],
    silences: ['event/correlation'],
    where: 'list',
  },
  {
    name: 'entry out of place',
    when: ['syntax/misplaced-dash'],
    silences: ['schema/*'],
    where: 'below',
  },
  {
    name: 'lines around one out of place',
    when: displacements,
    silences: [...absences, 'schema/misplaced', 'schema/unknown-property'],
    where: 'lines below',
  },
  {
    name: 'keys that changed places',
    when: ['schema/misplaced'],
    silences: ['schema/misplaced', ...absences],
    where: 'lines below in the entry',
  },
  {
    name: 'key under another name',
    when: ['schema/unknown-property'],
    silences: ['schema/missing-property', 'schema/misplaced'],
    where: 'lines below in the entry',
  },
  {
    name: 'key of the next line',
    when: ['schema/unknown-property'],
    silences: ['schema/missing-value'],
    where: 'near lines',
  },
  {
    name: 'key of the next entry',
    when: ['document/duplicate-key'],
    silences: ['schema/missing-value', 'schema/missing-property', 'schema/no-kind'],
    where: 'near lines',
  },
  {
    name: 'kind of the next task',
    when: ['schema/two-kinds'],
    silences: ['schema/misplaced', 'schema/unknown-property', ...absences],
    where: 'near lines',
  },

  {
    name: 'data written twice',
    when: ['cloudevent/data-exclusive'],
    silences: ['cloudevent/data-not-string', 'cloudevent/data-binary-media', 'cloudevent/base64'],
    where: 'fragment',
  },
  { name: 'version of a batch', when: ['cloudevent/batch-specversion'], silences: ['cloudevent/specversion'], where: 'place' },
  { name: 'said twice', when: ['*'], silences: ['*'], where: 'same' },
  { name: 'attributes of events', when: ['cloudevent/*'], silences: ['schema/format', 'event/attribute'], where: 'place' },
  { name: 'form before meaning', when: ['schema/*', 'syntax/*'], errors: true, silences: ['*'], where: 'place' },
] as const satisfies readonly Cascade[];

export type CascadeName = (typeof rows)[number]['name'];
/** The rows in the order in which they are decided: one may rely on what those above it have silenced. */
export const cascades: readonly Cascade[] = rows;
