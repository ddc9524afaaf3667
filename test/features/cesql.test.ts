import { describe, expect, it, test } from 'vitest';
import { complete } from '../../server/src/features/completion/completion.ts';
import { codeActions } from '../../server/src/features/fixes/fixes.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { createDoc } from '../../server/src/doc.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { marked } from '../support/marked.ts';
import { workspaceOf } from '../workspace/files.ts';

const workspace = workspaceOf({
  'file:///a.cloudevent.json': '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.order" }',
});
const service = createLanguageService();

const at = (source: string) => {
  const { text, offset } = marked(source);
  return { doc: createDoc({ uri: 'file:///a.cesql', languageId: 'cesql', version: 1, text }), offset };
};
const items = (source: string) => {
  const { doc, offset } = at(source);
  return complete(workspace, doc, offset);
};
const offered = (source: string) => items(source).map(({ label }) => label);
const hovered = (source: string) => {
  const { doc, offset } = at(source);
  return (hover(workspace, doc, offset, { now: () => new Date(0) })?.contents as { value: string } | undefined)?.value;
};

describe('what is offered', () => {
  it('where an operand begins: attributes, functions, what is asked of them', () => {
    for (const source of ['|', 'type = |', '(|', 'LEFT(|', 'LEFT(type, |', "type = 'a' AND |", 'NOT |', 'ty|', '-|'])
      expect([source, offered(source)]).toEqual([source, expect.arrayContaining(['type', 'subject', 'LEFT', 'EXISTS', 'NOT'])]);
    expect(offered('|')).not.toContain('IS_INT');
    expect(offered('|')).not.toContain('AND');
    expect(offered('EXISTS |')).toContain('subject');
    expect(offered('EXISTS |')).not.toContain('LEFT');
  });

  it('behind an operand: what may follow', () => {
    for (const source of ['type |', "type = 'a' |", "type = 'a'|", '(type) |', 'type a|', 'TRUE |'])
      expect([source, offered(source)]).toEqual([source, expect.arrayContaining(['=', 'LIKE', 'IN', 'AND', 'OR'])]);
    expect(offered('type |')).not.toContain('subject');
    expect(offered('type NOT |')).toEqual(['LIKE', 'IN']);
    expect(offered('type IN |')).toEqual(['(…)']);
  });

  it('types of events where a type is asked for', () => {
    expect(offered('type = |').slice(0, 2)).toEqual(["'com.example.order'", 'specversion']);
    expect(offered('type LIKE |')).toEqual(["'com.example.order'", "'…%'"]);
    expect(offered('source = |')).not.toContain("'com.example.order'");
  });

  it('nothing inside of texts and numbers', () => {
    expect(offered("type = 'a|'")).toEqual([]);
    expect(offered("type = 'a|")).toEqual([]);
    expect(offered('hop = 1|')).toEqual([]);
  });

  it('functions with their arguments, in the place of the word', () => {
    expect(items('le|').find(({ label }) => label === 'LEFT')).toMatchObject({
      detail: 'LEFT(text: String, length: Integer): String',
      textEdit: { newText: 'LEFT(${1:text}, ${2:length})', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } } },
    });
    expect(items('|').find(({ label }) => label === 'CONCAT_WS')?.textEdit?.newText).toBe('CONCAT_WS(${1:separator}, ${2:text})');
    expect(items('|').find(({ label }) => label === 'SUBSTRING')).toMatchObject({
      detail: 'SUBSTRING(text: String, position: Integer, [length: Integer]): String',
      textEdit: { newText: 'SUBSTRING(${1:text}, ${2:position})' },
    });
  });
});

test.each([
  ['ty|pe = 1', /what kind of thing happened/],
  ['TYPE| = 1', /what kind of thing happened/],
  ['my|ext = 1', /An extension attribute/],
  [
    "lef|t(type, 1) = 'a'",
    /^The first characters of a text[^]*LEFT\('order', 2\) {3}-- 'or'[^]*`LEFT\(text: String, length: Integer\): String`/,
  ],
  ['is_in|t(hop)', /not in CESQL 1\.0/],
  ["type li|ke 'a%'", /^True where a text fits a pattern/],
  ["type like 'a|%'", undefined],
  ['lenght|(a)', undefined],
  ['my_e|xt', undefined],
])('hover: %s', (source, words) => {
  if (words) expect(hovered(source)).toMatch(words);
  else expect(hovered(source)).toBeUndefined();
});

describe('diagnostics', () => {
  it('are those of the expression, with their fixes', () => {
    const { doc } = at("type == 'a'\nAND lenght(id) = 1");
    expect(service.diagnose(workspace, doc)).toMatchObject([
      { code: 'cesql/syntax', severity: 1, range: { start: { line: 0, character: 5 }, end: { line: 0, character: 7 } } },
      { code: 'cesql/unknown-function', severity: 2, range: { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } } },
    ]);
    const all = { start: doc.positionAt(0), end: doc.positionAt(doc.text.length) };
    expect(codeActions(workspace, doc, all).map(({ title }) => title)).toEqual(['Change to "="', 'Change to "length"']);
    expect(service.fixAll(workspace, doc).text).toBe("type = 'a'\nAND length(id) = 1");
  });

  it('follow the levels that were asked for', () => {
    const { doc } = at("NOT type = 'a'");
    const { settings } = workspace;
    expect(service.diagnose({ ...workspace, settings: { ...settings, rules: { 'cesql/*': 'off' } } }, doc)).toEqual([]);
  });

  it('there are none while nothing is written', () => {
    expect(service.diagnose(workspace, at(' \n').doc)).toEqual([]);
  });
});

test('what it is, and that nothing else is made of it', () => {
  const { doc } = at('{ "specversion": "1.0", "type": "a" }');
  expect(service.documentInfo(doc)).toEqual({ kind: 'expression', detail: 'CESQL 1.0' });
  expect(doc.parts).toEqual([]);
  expect([service.symbols(doc), service.format(doc), service.summarise(doc)]).toEqual([[], [], undefined]);
});
