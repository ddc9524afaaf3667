/** What may be written at the cursor. */
import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { modelOf } from '../../workflow/read.ts';
import type { Schema } from '../../schema/schema.ts';
import { schemaOf } from '../knowledge.ts';
import { partAt, type PartAtOffset } from '../part.ts';
import type { Context } from './context.ts';
import { contextsAt } from './contexts.ts';
import { keyOffers } from './keys.ts';
import { layoutOf } from './layout.ts';
import { lineStart } from './line.ts';
import { namesAt } from './names.ts';
import type { Offer } from './offer.ts';
import { placeOf } from './place.ts';
import { valueOffers } from './values.ts';

/** What may be written at this offset, in the order to offer it. */
export function complete(doc: Doc, offset: number): CompletionItem[] {
  const spot = partAt(doc, offset);
  const schema = spot && schemaOf(spot.kind, spot.part?.root);
  if (!spot || !schema) return [];
  const items = new Map<string, CompletionItem>();
  // In a file of one event a line, no other line matters.
  const from = isLines(doc) ? lineStart(doc.text, offset) : spot.from;
  for (const context of contextsAt(doc.tree, from, offset)) {
    const range = doc.range(context.replace);
    for (const offer of offersFor(doc, spot, schema, offset, context)) {
      if (!items.has(offer.label)) items.set(offer.label, toItem(doc, offset, context, range, offer, items.size));
    }
  }
  return [...items.values()];
}

function offersFor(doc: Doc, spot: PartAtOffset, schema: Schema, offset: number, context: Context): Offer[] {
  const layout = layoutOf(doc.text, context.style === 'json');
  const place = placeOf(schema, inside(spot, context));
  // A word above deeper lines is a key that is being renamed: nothing else fits there.
  if (context.want === 'key' || context.below) return keyOffers({ ...context, ...place, layout });
  const names = namesAt(doc, () => (spot.part?.kind === 'workflow' ? modelOf(spot.part) : undefined), offset, context);
  return valueOffers({ ...place, context, layout, names });
}

/** An event of a batch is a root of its own. */
const inside = ({ kind }: PartAtOffset, context: Context): Pick<Context, 'want' | 'levels'> =>
  kind === 'event' && context.levels[0]?.kind === 'seq' ? { want: context.want, levels: context.levels.slice(1) } : context;

const isLines = (doc: Doc): boolean => doc.languageId === 'cloudevent-lines';

const retrigger = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

function toItem(doc: Doc, offset: number, context: Context, range: Range, offer: Offer, rank: number): CompletionItem {
  const { replace, quote } = context;
  const extra = extraEdits(doc, context, offer);
  const text = isLines(doc) ? offer.text.replace(/\n[ \t]*/g, '') : context.lead + offer.text;
  const within = insideQuotes(doc, offset, context, text);
  const typedQuote = replace.start < offset && !within ? quote : '';
  return {
    label: offer.label,
    kind: offer.kind,
    ...(offer.detail ? { detail: offer.detail, labelDetails: { description: offer.detail } } : {}),
    ...(offer.docs ? { documentation: { kind: 'markdown', value: offer.docs } } : {}),
    ...(offer.deprecated ? { tags: [1] } : {}),
    sortText: String(rank).padStart(4, '0'),
    filterText: typedQuote + offer.label,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: within ?? { range, newText: text },
    ...(extra.length > 0 ? { additionalTextEdits: extra } : {}),
    ...(offer.again || offer.kind === CompletionItemKind.Module ? { command: retrigger } : {}),
  };
}

/** Between quotes that stay as they are only what stands inside is replaced: a stop of a template that is there survives it. */
function insideQuotes(doc: Doc, offset: number, { replace, quote, style }: Context, text: string): TextEdit | undefined {
  const closed = quote !== '' && replace.start < offset && offset < replace.end && doc.text[replace.end - 1] === quote;
  if (style === 'json' || !closed || text.length < 2 || !text.startsWith(quote) || !text.endsWith(quote)) return undefined;
  return { range: doc.range({ start: replace.start + 1, end: replace.end - 1 }), newText: text.slice(1, -1) };
}

/** The comma that JSON wants before it; the space that would be left behind at the end of a line. */
function extraEdits(doc: Doc, { comma, replace, want, style }: Context, { text }: Offer): TextEdit[] {
  if (comma.before !== undefined) return [{ range: doc.range({ start: comma.before, end: comma.before }), newText: ',' }];
  if (style !== 'block' || want !== 'value' || !text.startsWith('\n')) return [];
  const colon = doc.text.lastIndexOf(':', replace.start - 1) + 1;
  return colon < replace.start ? [{ range: doc.range({ start: colon, end: replace.start }), newText: '' }] : [];
}
