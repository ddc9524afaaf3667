import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];
beforeAll(async () => {
  program = await built('cli', 'graph');
});
afterEach(() => folders.splice(0).forEach(remove));

const workflow = `document:
  dsl: '1.0.0'
  namespace: shop
  name: order
  version: '0.1.0'
do:
  - check:
      switch:
        - big:
            when: .total > 100
            then: ship
        - rest:
            then: end
  - ship:
      call: http
      with:
        method: post
        endpoint: https://api.example.com/ship
`;
const files = {
  'order.sw.yaml': workflow,
  'plain.yaml': workflow,
  'compose.yaml': 'services: {}\n',
  'event.cloudevent.json': '{"specversion": "1.0"}',
  'empty.sw.yaml': '',
};
const run = (args: readonly string[], input?: string) => {
  const folder = folderWith(files);
  folders.push(folder);
  return heddle(program, folder, ['graph', ...args], input === undefined ? {} : { input }).then((ended) => ({ ...ended, folder }));
};

describe('heddle graph', () => {
  test('draws SVG, light or dark', async () => {
    const light = await run(['order.sw.yaml']);
    expect(light).toMatchObject({ exit: 0, err: '' });
    expect(light.out).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(light.out).toContain('ship');
    const dark = await run(['--theme', 'dark', 'order.sw.yaml']);
    expect(dark.out).toMatch(/^<svg /);
    expect(dark.out).not.toBe(light.out);
  });

  test('writes Mermaid and JSON', async () => {
    const mermaid = await run(['--format', 'mermaid', 'plain.yaml']);
    expect(mermaid.out).toMatch(/^(---|flowchart)/);
    expect(mermaid.out).toContain('ship');
    const json = await run(['--format', 'json', 'order.sw.yaml']);
    expect(JSON.parse(json.out)).toMatchObject({ name: 'order', main: { role: 'main', nodes: [{ name: 'check' }, { name: 'ship' }] } });
  });

  test.each([
    ['out.svg', /^<svg /],
    ['no ending', /^<svg /],
    ['out.mmd', /^(---|flowchart)/],
    ['out.json', /^\{/],
  ])('-o %s says the format', async (name, start) => {
    const { exit, out, folder } = await run(['-o', name, 'order.sw.yaml']);
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(start);
  });

  test('reads standard input', async () => {
    expect((await run(['-'], workflow)).out).toMatch(/^<svg /);
  });

  test.each([
    [['nope.yaml'], '"nope.yaml" does not exist.'],
    [['.'], '"." is a folder.'],
    [['compose.yaml'], '"compose.yaml" is not a workflow.'],
    [['event.cloudevent.json'], '"event.cloudevent.json" is not a workflow.'],
    [['--format', 'png', 'order.sw.yaml'], '"png" is not a value for "--format". Use svg, mermaid or json.'],
    [['--theme', 'blue', 'order.sw.yaml'], '"blue" is not a value for "--theme". Use light or dark.'],
    [[], 'Name one file to draw.'],
    [['a.yaml', 'b.yaml'], 'Name one file to draw.'],
    [['-o', 'a.png', 'order.sw.yaml'], '"a.png" is not a name for SVG, Mermaid or JSON. End it in .svg, .mmd or .json, or use "--format".'],
    [['-o', 'no/such/folder.svg', 'order.sw.yaml'], '"no/such/folder.svg" cannot be written'],
  ])('%j: 2, and why', async (args, why) => {
    const { exit, out, err } = await run(args);
    expect(err).toContain(`heddle: ${why}`);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
  });

  test('an empty workflow is drawn as such or refused, never a crash', async () => {
    const { exit, err } = await run(['empty.sw.yaml']);
    expect([0, 2]).toContain(exit);
    expect(err).not.toContain('mistake in Heddle');
  });
});
