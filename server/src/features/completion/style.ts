/** How a document is written, and snippet text written that way. */
import { writeFlow, writeText, type Writing } from '../../syntax/write.ts';
import type { CompletionTarget } from './target.ts';

export interface DocumentStyle {
  /** Spaces (or tabs) a level. */
  readonly unit: number;
  readonly space: ' ' | '\t';
  /** Dashes stand deeper than the key above them. */
  readonly listsIndented: boolean;
}

const firstLevel = /^[ \t]*[^\s#-][^\n]*:[ \t]*\r?\n( +)(?![\s#-])/m;
const firstList = /^( *)(?:- +)?[^\s#-][^\n]*:[ \t]*\r?\n( *)- /m;
const firstBracket = /[{[]\r?\n([ \t]+)/;

/** Indentation as the beginning of the text has it. */
export function documentStyleOf(text: string, json: boolean): DocumentStyle {
  const head = text.slice(0, 4000);
  if (json) {
    const lead = firstBracket.exec(head)?.[1] ?? '  ';
    const tabs = lead.startsWith('\t');
    return { unit: tabs ? 1 : Math.max(1, lead.length), space: tabs ? '\t' : ' ', listsIndented: true };
  }
  const level = firstLevel.exec(head);
  const list = firstList.exec(head);
  const unit = level ? level[1]!.length - /^ */.exec(level[0])![0].length : list ? list[2]!.length - list[1]!.length : 2;
  return { unit: unit > 0 && unit <= 8 ? unit : 2, space: ' ', listsIndented: !list || list[2]!.length > list[1]!.length };
}

/** Plain text inside a snippet. */
export const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const writing = ({ style, quote }: Pick<CompletionTarget, 'style' | 'quote'>): Writing => ({
  format: style === 'json' ? 'json' : 'yaml',
  flow: style === 'flow',
  style: quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain',
});

/** A text as YAML or JSON writes it. */
export const quoted = (text: string, target: Pick<CompletionTarget, 'style' | 'quote'>): string => writeText(text, writing(target));

/** Any value as YAML or JSON writes it on one line. */
export const literal = (value: string | number | boolean | null, target: Pick<CompletionTarget, 'style' | 'quote'>): string =>
  writeFlow(value, writing(target));
