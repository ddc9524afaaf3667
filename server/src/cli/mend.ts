/** `heddle lint --fix`: what is mended in each file, and where it goes. */
import { encodingOf } from '../decode.ts';
import { encode, encodingIn, realPath, rewrite } from '../node/write.ts';
import { type Doc, type LanguageService, type Mended, withFiles, withSettings, type Workspace } from '../service.ts';
import type { Output } from './command.ts';
import type { Gathered, Taken } from './gather.ts';
import { unifiedDiff } from './report/diff.ts';
import { pathInside } from './report/place.ts';
import { count } from '../formats/sentence.ts';

/** A text that would be another. */
interface Change extends Mended {
  readonly taken: Taken;
  readonly doc: Doc;
  /** The file itself, where a link leads to it. */
  readonly real: string;
}

/** What others see of the texts that are others now. */
const withChanges = (service: LanguageService, workspace: Workspace, open: Gathered['open'], changes: readonly Change[]): Workspace =>
  withFiles(
    workspace,
    new Map(
      changes.map(({ taken, doc, text }) => {
        const after = open(taken.path, text);
        return [doc.uri, after && service.summarise(after.doc)];
      }),
    ),
  );

/** What is mended in each text that anything is mended in, one after the other: each sees what those before it say now. */
function mendAll(service: LanguageService, { taken, workspace, open }: Gathered): Change[] {
  const changes: Change[] = [];
  let around = workspace;
  for (const each of taken) {
    const opened = open(each.path, each.text);
    if (!opened || opened.kind === 'none') continue;
    const mended = service.fixAll(withSettings(around, opened.settings), opened.doc);
    if (mended.text === each.text) continue;
    const change = { ...mended, taken: each, doc: opened.doc, real: each.input ? each.path : realPath(each.path) };
    around = withChanges(service, around, open, [change]);
    changes.push(change);
  }
  return changes;
}

/** Each file once, also where links lead to it. */
const filesOf = (changes: readonly Change[]): readonly Change[] => [...new Map(changes.map((change) => [change.real, change])).values()];

function tell(changes: readonly Change[], verb: string, output: Output): void {
  const fixed = changes.reduce((sum, { fixed }) => sum + fixed, 0);
  if (changes.length > 0) output.warn(`${count(fixed, 'problem')} ${verb} in ${count(changes.length, 'file')}.`);
}

/**
 * Mends all files, prints standard input as it is then, and says how much was done. Gives what there is to check afterwards: a file that
 * could not be written is what it was.
 */
export function mend(service: LanguageService, gathered: Gathered, output: Output, fail: (message: string) => void): Gathered {
  const written = mendAll(service, gathered).filter(({ taken: { path, text, input }, text: after }) => {
    const failure = input ? undefined : rewrite(path, text, after);
    if (failure !== undefined) fail(`"${path}" ${failure}`);
    return failure === undefined;
  });
  const texts = new Map(written.map(({ taken, text }) => [taken, text]));
  const taken = gathered.taken.map((each) => ({ ...each, text: texts.get(each) ?? each.text }));
  for (const { text, input } of taken) if (input) output.out(encode(text, encodingOf(input)));
  tell(filesOf(written), 'fixed', output);
  return { ...gathered, taken, workspace: withChanges(service, gathered.workspace, gathered.open, written) };
}

/** A change as a diff, or why there is none: the end of a sentence that begins with the file's name. */
function diffOf({ taken: { path, text, input }, doc, edits, real }: Change): { readonly diff: string } | { readonly failure: string } {
  const inside = pathInside(realPath('.'), real);
  if (inside === undefined) return { failure: 'is outside of this folder, where no diff leads to.' };
  const encoding = input ? encodingOf(input) : encodingIn(path, text);
  if (typeof encoding === 'string') return { failure: encoding };
  if (encoding.name !== 'utf-8') return { failure: `is ${encoding.name.toUpperCase()}, which no diff can show.` };
  // A byte order mark is part of the first line.
  const mark = encoding.hasMark ? '\ufeff' : '';
  const moved = edits.map(({ range, newText }) => ({
    start: doc.offsetAt(range.start) + mark.length,
    end: doc.offsetAt(range.end) + mark.length,
    newText,
  }));
  return { diff: unifiedDiff(inside, mark + text, moved) };
}

/** Prints what would be written as a diff, and says how much that is. */
export function showMending(service: LanguageService, gathered: Gathered, output: Output, fail: (message: string) => void): void {
  const shown = filesOf(mendAll(service, gathered)).filter((change) => {
    const made = diffOf(change);
    if ('failure' in made) fail(`"${change.taken.path}" ${made.failure}`);
    else output.out(made.diff);
    return 'diff' in made;
  });
  tell(shown, 'would be fixed', output);
}
