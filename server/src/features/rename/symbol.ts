/** Renames what a workflow defines by name, with every place that uses it: tasks, functions, retries, secrets … */
import { createDoc, type Doc, type Part } from '../../doc.ts';
import { beginsExpression } from '../../formats/expression.ts';
import { a } from '../../formats/sentence.ts';
import { replaceTexts } from '../../syntax/edit.ts';
import type { Edit, NodeRange, TextRange, Tree } from '../../syntax/node.ts';
import { holds, textRange, wordsRange } from '../../syntax/range.ts';
import type { Definition, SymbolKind, WorkflowModel } from '../../workflow/model.ts';
import { definitionAt, flowTargetAt, referenceAt } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { secretChange } from '../../workflow/secrets.ts';
import { edited, inDocument } from '../edited.ts';
import { partAt } from '../part.ts';
import type { Refusal, Renaming } from './renaming.ts';

/** A definition, and the text it stands in. */
interface Place {
  readonly doc: Doc;
  readonly part: Part;
  readonly model: WorkflowModel;
  readonly definition: Definition;
}

/** The task or component that is defined or used at an absolute offset; undefined for what is no such name. */
export function symbolRenaming(doc: Doc, offset: number): Renaming | Refusal | undefined {
  const part = partAt(doc, offset)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  if (!part || !model) return undefined;
  const { tree } = doc;
  const reference = referenceAt(model, tree, offset);
  const definition = reference ? reference.target : (definitionAt(model, tree, offset) ?? componentAt(model, tree, offset));
  if (definition) return renaming({ doc, part, model, definition }, reference?.at ?? definition.at);
  if (reference) return { refused: `Nothing here defines ${a(wordOf(model, reference.kind))} "${reference.name}".` };
  const directive = flowTargetAt(model, tree, offset)?.directive;
  return directive && { refused: ownWord(directive) };
}

const ownWord = (name: string): string => `"${name}" is a word of the language and no name of yours.`;

const wordOf = ({ dialect }: WorkflowModel, kind: SymbolKind): string => (kind === 'task' ? dialect.words.task : kind);

/** A component that another one of its name stands before. */
const componentAt = ({ facts }: WorkflowModel, tree: Tree, offset: number): Definition | undefined =>
  facts.components.find(({ at }) => holds(textRange(tree, at), offset));

const renaming = (place: Place, here: NodeRange): Renaming | undefined =>
  place.definition.name === ''
    ? undefined
    : {
        range: place.doc.range(wordsRange(place.doc.tree, here)),
        name: place.definition.name,
        refuse: (to) => refuse(place, to) ?? (meansTheSame(place, to) ? undefined : `"${to}" cannot stand as a name here.`),
        edits: (to) => [inDocument(place.doc, edits(place, to))],
      };

function edits({ doc: { tree }, model, definition: { kind, at } }: Place, to: string): readonly Edit[] {
  // What stands behind an alias is several tasks, in whose place the same text stands.
  const uses = model.references.filter(({ target }) => target?.at === at);
  const places = new Map([at, ...uses.map((use) => use.at)].map((each) => [keyOf(textRange(tree, each)), each]));
  return replaceTexts(
    tree,
    [...places.values()].map((each) => (kind === 'secret' ? secretChange(each, to) : { at: each, text: to })),
  );
}

const keyOf = ({ start, end }: TextRange): string => `${start} ${end}`;

/** Signs that mean something where a name of this kind is used, in words. */
const taken: Readonly<Partial<Record<SymbolKind, readonly [signs: RegExp, words: string]>>> = {
  function: [/[:@]/, 'has no ":" and no "@": where it is called, they lead to a version and a catalog'],
  catalog: [/@|:\/\//, 'has no "@" and no "://": where its functions are called, they mean something else'],
  secret: [/["\\]/, 'has no quotes and no backslashes: expressions could not tell them from their own'],
};

function refuse({ model, definition }: Place, to: string): string | undefined {
  const { kind } = definition;
  const [signs, words] = taken[kind] ?? [];
  if (signs?.test(to)) return `The name of ${a(kind)} ${words}.`;
  if (beginsExpression(to)) return 'A name cannot be an expression.';
  if (kind === 'task') return refuseTask(model, definition, to);
  if (model.dialect.components[kind]?.known?.includes(to)) return ownWord(to);
  return model.symbols.get(kind, to) ? `This workflow has ${a(kind)} "${to}" already.` : undefined;
}

function refuseTask({ dialect, lists }: WorkflowModel, { at }: Definition, to: string): string | undefined {
  if (Object.hasOwn(dialect.directives, to)) return ownWord(to);
  const { task, list } = dialect.words;
  const around = lists.filter(({ tasks }) => tasks.some(({ nameAt }) => nameAt === at));
  return around.some(({ names }) => names.has(to)) ? `${list.replace('this', 'This')} has ${a(task)} "${to}" already.` : undefined;
}

/** Everything that has a name, in the order of the text, and which of that each reference leads to. */
function joinsOf(model: WorkflowModel) {
  const tasks = model.tasks.filter(({ list }) => list.role !== 'function').map(({ name, nameAt }) => ({ name, at: nameAt }));
  const named = [...tasks, ...model.facts.components];
  const indexes = new Map(named.map(({ at }, index) => [at, index]));
  return { named, targets: model.references.map(({ target }) => target && indexes.get(target.at)) };
}

/** With the other name every definition is what it was, and whatever led to one leads to the same. */
function meansTheSame(place: Place, to: string): boolean {
  const { doc, part, model, definition } = place;
  const after = createDoc(edited(doc, edits(place, to)), doc);
  const other = modelOf(after.parts[doc.parts.indexOf(part)] ?? {});
  if (!other) return false;
  const [was, is] = [joinsOf(model), joinsOf(other)];
  const isNamed =
    is.named.length === was.named.length &&
    was.named.every(({ name, at }, index) => is.named[index]!.name === (at === definition.at ? to : name));
  return isNamed && was.targets.every((target, index) => target === undefined || is.targets[index] === target);
}
