/** What stands in the document of a service under the name that is hovered. */
import type { ApiOperation, ApiParameter } from '../../apis/document.ts';
import { kindWords, nounOf } from '../../apis/find.ts';
import { fileNameOf } from '../../config/names.ts';
import type { Doc } from '../../doc.ts';
import { operationOf } from '../../workspace/api-call.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import type { Inside } from '../hover/inside.ts';
import { linkTo, plainText, typeWordsOf } from '../words.ts';
import { type ApiWord, apiWordAt } from './call-at.ts';

/** More parameters nobody reads. */
const most = 20;

/** Words about what a call names at an absolute offset: what it is, what it takes, where it stands. Undefined elsewhere. */
export function apiHover(workspace: Workspace, doc: Doc, offset: number): Inside | undefined {
  const word = apiWordAt(workspace, doc, offset);
  return word && { at: word.at, words: words(workspace, word) };
}

function words(workspace: Workspace, word: ApiWord): string {
  const { facts, name, parameter, call } = word;
  const { api, uri } = facts;
  if (parameter) return paragraphs(parameterLine(parameter), linked(workspace, uri, parameter.place, parameter.in));
  if (!name) {
    const counts = (['services', 'operations', 'channels'] as const).flatMap((of) =>
      api[of].length === 0 ? [] : `${api[of].length} ${nounOf(api.kind, of)}${api[of].length === 1 ? '' : 's'}`,
    );
    return paragraphs(api.title && plainText(api.title), plainText([`${kindWords(api.kind)} ${api.version}`, ...counts].join(' · ')));
  }
  const operation = name.of === 'operations' ? operationOf(call, api) : undefined;
  return paragraphs(
    name.summary && plainText(name.summary),
    `\`${name.detail}\``,
    operation && parameterList(operation),
    linked(workspace, uri, name.place, nounOf(api.kind, name.of)),
  );
}

const paragraphs = (...all: readonly (string | undefined)[]): string => all.filter((each) => each).join('\n\n');

function parameterList({ parameters }: ApiOperation): string {
  const lines = parameters.slice(0, most).map((each) => `- ${parameterLine(each)}`);
  return [...lines, ...(parameters.length > most ? [`- and ${parameters.length - most} more`] : [])].join('\n');
}

/** "`id` · path · required · whole number — Which pet." */
function parameterLine({ name, in: where, required, schema }: ApiParameter): string {
  const facts = [`\`${name}\``, where, required ? 'required' : undefined, typeWordsOf(schema)].filter((each) => each).join(' · ');
  return schema.own ? `${facts} — ${plainText(schema.own.trim().split(/\n\s*\n/)[0]!)}` : facts;
}

const linked = (workspace: Workspace, uri: string, place: number, noun: string): string =>
  `${noun} · [${plainText(fileNameOf(uri))}](${linkTo(`${uri}#L${rangeOf(workspace, { uri, place }).start.line + 1}`)})`;
