/** Whatever stands in a file: no feature throws, no range leaves the document, no list has a name twice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { open, service, workspace, type Language } from '../support/editor.ts';

const folders = ['test/corpus/valid', 'examples', '../shared/spec/examples/1.0', '../shared/spec/examples/0.9'];

const languageOf = (name: string): Language =>
  /cloudevents?\.json$/.test(name)
    ? 'cloudevent'
    : /jsonl$/.test(name)
      ? 'cloudevent-lines'
      : name.endsWith('json')
        ? 'workflow-json'
        : 'workflow-yaml';

const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ya?ml|jsonl?)$/.test(name))
      .slice(0, 25)
      .map((name) => ({ name, languageId: languageOf(name), text: readFileSync(join(folder, name), 'utf8') })),
  );

/** Every range in an answer, however deep. */
function* rangesIn(value: unknown): Generator<Range> {
  if (Array.isArray(value)) for (const each of value) yield* rangesIn(each);
  else if (typeof value === 'object' && value !== null) {
    if ('start' in value && 'end' in value && typeof value.start === 'object') yield value as Range;
    else for (const each of Object.values(value)) yield* rangesIn(each);
  }
}

function drive(text: string, languageId: Language, offsets: readonly number[]): void {
  const doc = open(text, languageId);
  const end = doc.positionAt(text.length);
  const inside = (answer: unknown): void => {
    for (const { start, end: last } of rangesIn(answer)) {
      const ordered = start.line < last.line || (start.line === last.line && start.character <= last.character);
      const within = last.line < end.line || (last.line === end.line && last.character <= end.character);
      if (!ordered || !within || start.line < 0 || start.character < 0)
        throw new Error(`range ${JSON.stringify({ start, last })} of ${text.length}`);
    }
  };
  inside(service.diagnose(workspace, doc));
  inside(service.symbols(doc));
  inside(service.format(doc));
  inside(
    service.codeActions(workspace, doc, { start: { line: 0, character: 0 }, end }, () => ({
      place: 'file:///heddle.config.yaml',
      text: doc.text,
    })),
  );
  inside(service.graph(workspace, doc));
  inside(service.documentLinks(doc));
  service.foldingRanges(doc);
  service.documentInfo(doc);
  const whole = { start: { line: 0, character: 0 }, end };
  service.inlayHints(doc, whole);
  service.semanticTokens(doc);
  for (const lens of service.codeLenses(workspace, doc)) inside(service.resolveCodeLens(workspace, doc, lens).range);
  inside(service.refactorings(workspace, doc, whole));
  for (const offset of offsets) {
    const at = doc.positionAt(offset);
    const items = service.complete(workspace, doc, at);
    inside(items);
    const labels = items.map((item) => item.label);
    if (new Set(labels).size !== labels.length) throw new Error(`twice at ${offset}: ${labels.join(', ')}`);
    inside(service.hover(workspace, doc, at));
    inside(service.definition(workspace, doc, at));
    inside(service.references(workspace, doc, at));
    inside(service.highlight(doc, at));
    inside(service.prepareRename(workspace, doc, at));
    inside(service.rename(workspace, doc, at, 'other'));
    inside(service.prepareCallHierarchy(workspace, doc, at));
    inside(service.selectionRanges(doc, [at]));
    service.signatureHelp(workspace, doc, at);
    if (offset % 3 === 0) inside(service.refactorings(workspace, doc, { start: at, end: at }));
  }
}

const everywhere = (text: string, step = 1): number[] =>
  Array.from({ length: Math.ceil((text.length + 1) / step) }, (_, index) => index * step);

describe('every feature at every offset', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s', (_name, { text, languageId }) => {
    expect(() => drive(text, languageId, everywhere(text, Math.max(1, Math.floor(text.length / 120))))).not.toThrow();
  });
});

test('cut, doubled and damaged texts', () => {
  const file = fc.constantFrom(...files);
  const damage = fc.record({
    kind: fc.constantFrom('cut', 'drop', 'double', 'insert'),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(80),
    insert: fc.constantFrom(
      '\t',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ':',
      '- ',
      '|',
      '>',
      '&a ',
      '*a',
      '#',
      ',',
      '\u{1f600}',
      '\r\n',
      '---\n',
      '${',
      '\u0000',
    ),
    offsets: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 12 }),
  });
  fc.assert(
    fc.property(file, damage, ({ text, languageId }, { kind, from, length, insert, offsets }) => {
      const start = Math.floor(from * text.length);
      const cut = text.slice(start, start + length);
      const [head, tail] = [text.slice(0, start), text.slice(start)];
      const broken = { cut: head, drop: head + tail.slice(length), double: head + cut + tail, insert: head + insert + tail }[kind];
      drive(broken, languageId, [Math.min(start, broken.length), ...offsets.map((each) => Math.floor(each * broken.length))]);
    }),
    { numRuns: 150 },
  );
});

test('every short text', () => {
  const letters = ['\n', ' ', 'a', ':', '-', '"', '{', ']', '#', '\t'];
  const texts = letters.flatMap((a) => ['', a, ...letters.flatMap((b) => [a + b, ...letters.map((c) => a + b + c)])]);
  for (const text of new Set(texts)) {
    for (const languageId of ['workflow-yaml', 'workflow-json', 'cloudevent-lines'] as const) {
      const doc = open(text, languageId);
      for (let offset = 0; offset <= text.length; offset++) service.complete(workspace, doc, doc.positionAt(offset));
    }
  }
});
