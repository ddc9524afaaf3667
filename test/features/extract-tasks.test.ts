/** Tasks put into a workflow of their own, in a file beside. */
import { describe, expect, test } from 'vitest';
import { extracted, head, uri } from '../support/extract.ts';
import { lines } from '../support/refactor.ts';

describe('tasks become a workflow', () => {
  test('a single one, with its comments', () => {
    const before = lines(
      'do:',
      '  - check:',
      '      set: { ok: true }',
      '  # take the money',
      '  - chargeCard: # at once',
      '      call: http',
      '      with:',
      '        method: post # c',
      '        endpoint: https://pay.example/charge',
      '        body: ${ . }',
      '  - notify|: { wait: PT1S }',
    );
    const [left, made, name] = extracted(head + before.replace('|', '').replace('chargeCard', 'charge|Card'));
    expect(name).toBe('charge-card.sw.yaml');
    expect(left).toBe(
      head +
        lines(
          'do:',
          '  - check:',
          '      set: { ok: true }',
          '  - chargeCard:',
          '      run:',
          '        workflow:',
          '          namespace: shop',
          '          name: charge-card',
          '          version: 0.1.0',
          '          input:',
          '            data: ${ . }',
          '  - notify: { wait: PT1S }',
        ),
    );
    expect(made).toBe(
      lines(
        'document:',
        '  dsl: 1.0.3',
        '  namespace: shop',
        '  name: charge-card',
        '  version: 0.1.0',
        'input:',
        '  from: ${ .data }',
        'do:',
        '  # take the money',
        '  - chargeCard: # at once',
        '      call: http',
        '      with:',
        '        method: post # c',
        '        endpoint: https://pay.example/charge',
        '        body: ${ . }',
      ),
    );
  });

  test('several, with what they need of "use" and where the last leads; in CRLF', () => {
    const source = lines(
      'use:',
      '  secrets: [ key, other ]',
      '  authentications:',
      '    shop: # ours',
      '      bearer: { token: "${ $secrets.key }" }',
      '    none: { bearer: { token: x } }',
      '  retries: { often: { delay: PT1S } }',
      '  functions:',
      '    charge:',
      '      call: http',
      '      with:',
      '        method: post',
      '        endpoint: { uri: https://pay.example, authentication: { use: shop } }',
      'do:',
      '  - settle:',
      '      do:',
      '        - «reserve:',
      '            call: http',
      '            with: { method: get, endpoint: https://x.example, query: { id: "${ .order.id }" } }',
      '',
      '        - pay:',
      '            try: [ { once: { call: charge } } ]',
      '            catch: { retry: often } # enough',
      '            then: exit»',
      '  - notify: { wait: PT1S }',
    );
    const left = lines(
      '  - settle:',
      '      do:',
      '        - reserve:',
      '            run:',
      '              workflow:',
      '                namespace: shop',
      '                name: settle',
      '                version: 0.1.0',
      '                input:',
      '                  order: ${ .order }',
      '            then: exit',
      '  - notify: { wait: PT1S }',
    );
    const made = lines(
      'document:',
      '  dsl: 1.0.3',
      '  namespace: shop',
      '  name: settle',
      '  version: 0.1.0',
      'use:',
      '  secrets:',
      '    - key',
      '  authentications:',
      '    shop: # ours',
      '      bearer: { token: "${ $secrets.key }" }',
      '  retries:',
      '    often: { delay: PT1S }',
      '  functions:',
      '    charge:',
      '      call: http',
      '      with:',
      '        method: post',
      '        endpoint: { uri: https://pay.example, authentication: { use: shop } }',
      'do:',
      '  - reserve:',
      '      call: http',
      '      with: { method: get, endpoint: https://x.example, query: { id: "${ .order.id }" } }',
      '',
      '  - pay:',
      '      try: [ { once: { call: charge } } ]',
      '      catch: { retry: often } # enough',
    );
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    for (const [form, text] of [
      [(each: string) => each, head + source],
      [crlf, crlf(head + source)],
    ] as const) {
      const result = extracted(text);
      expect(result[0]).toBe(text.replaceAll(/[«»]/g, '').slice(0, text.indexOf(form('  - settle:'))) + form(left));
      expect(result.slice(1)).toEqual([form(made), 'settle.sw.yaml']);
    }
  });

  test('four spaces, dashes in the column of their key, a text in lines', () => {
    const source = lines(
      'do:',
      '- shout|:',
      '      run:',
      '          script:',
      '              language: js',
      '              code: \\|',
      '                a()',
      '',
      '                  b()',
    );
    const [left, made] = extracted(head.replaceAll('  ', '    ') + source);
    expect(left.slice(left.indexOf('do:'))).toBe(
      lines(
        'do:',
        '- shout:',
        '      run:',
        '          workflow:',
        '              namespace: shop',
        '              name: shout',
        '              version: 0.1.0',
      ).replaceAll(/^ {6}/gm, '      '),
    );
    expect(made.slice(made.indexOf('do:'))).toBe(source.replace('|:', ':').replace('\\|', '|'));
  });

  test('JSON, on several lines with tabs and on one', () => {
    const at = 'file:///order.sw.json';
    const document = '"document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" }';
    const json = `{\n\t${document},\n\t"use": {\n\t\t"retries": {\n\t\t\t"often": {\n\t\t\t\t"delay": "PT1S"\n\t\t\t}\n\t\t}\n\t},\n\t"do": [\n\t\t{\n\t\t\t"pay|": {\n\t\t\t\t"try": [{ "once": { "set": { "x": "\${ .a }" } } }],\n\t\t\t\t"catch": { "retry": "often" }\n\t\t\t}\n\t\t},\n\t\t{ "b": { "wait": "PT1S" } }\n\t]\n}\n`;
    const [left, made, name] = extracted(json, at);
    expect(name).toBe('pay.sw.json');
    expect(left).toBe(
      json.slice(0, json.indexOf('{\n\t\t\t"pay|"')) +
        '{\n\t\t\t"pay": {\n\t\t\t\t"run": {\n\t\t\t\t\t"workflow": {\n\t\t\t\t\t\t"namespace": "shop",\n\t\t\t\t\t\t"name": "pay",\n\t\t\t\t\t\t"version": "0.1.0",\n\t\t\t\t\t\t"input": {\n\t\t\t\t\t\t\t"data": "${ . }"\n\t\t\t\t\t\t}\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t}\n\t\t},\n\t\t{ "b": { "wait": "PT1S" } }\n\t]\n}\n',
    );
    expect(made).toBe(
      '{\n\t"document": {\n\t\t"dsl": "1.0.3",\n\t\t"namespace": "shop",\n\t\t"name": "pay",\n\t\t"version": "0.1.0"\n\t},\n\t"input": {\n\t\t"from": "${ .data }"\n\t},\n\t"use": {\n\t\t"retries": {\n\t\t\t"often": {\n\t\t\t\t"delay": "PT1S"\n\t\t\t}\n\t\t}\n\t},\n\t"do": [\n\t\t{\n\t\t\t"pay": {\n\t\t\t\t"try": [{ "once": { "set": { "x": "${ .a }" } } }],\n\t\t\t\t"catch": { "retry": "often" }\n\t\t\t}\n\t\t}\n\t]\n}\n',
    );
    const [one, other] = extracted(`{ ${document}, "do": [{ "«a": { "set": { "x": 1 } } }, { "b": { "set": { "y": 1 } }»}] }`, at);
    expect(one).toBe(
      `{ ${document}, "do": [{ "a": { "run": { "workflow": { "namespace": "shop", "name": "a", "version": "0.1.0" } } } }] }`,
    );
    expect((JSON.parse(other) as { do: unknown }).do).toEqual([{ a: { set: { x: 1 } } }, { b: { set: { y: 1 } } }]);
  });

  test('in braces', () => {
    const [left, made] = extracted(`${head}do: [ { a|: { set: { x: 1 } } }, { b: { wait: PT1S } } ]\n`);
    expect(left).toBe(`${head}do: [ { a: { run: { workflow: { namespace: shop, name: a, version: 0.1.0 } } } }, { b: { wait: PT1S } } ]\n`);
    expect(made.slice(made.indexOf('do:'))).toBe('do:\n  - { a: { set: { x: 1 } } }\n');
  });

  test('with a name that nothing here has, and for the target that the workflow names', () => {
    const source =
      head.replace('version: 1.0.0', 'version: 1.0.0\n  metadata: { heddle: { target: synapse } }') +
      lines('do:', '  - order|: { set: { x: 1 } }');
    const taken = { 'file:///flows/order2.sw.yaml': head.replace('order', 'else') + lines('do:', '  - a: { set: { x: 1 } }') };
    const elsewhere = { 'file:///order3.sw.yaml': head.replace('order', 'order3') + lines('do:', '  - a: { set: { x: 1 } }') };
    const [, made, name] = extracted(source, uri, { ...taken, ...elsewhere });
    expect(name).toBe('order4.sw.yaml');
    expect(made).toContain('  metadata:\n    heddle:\n      target: synapse\n');
  });
});

test.each([
  ['what is read', 'set: { x: "${ .a.b + $input.c }" }', ['a', 'c']],
  ['what "input.from" reads', 'input: { from: "${ .a }" }, set: { x: "${ . }" }', ['a']],
  ['what "output.as" reads of it', 'set: { x: "${ .a }" }, output: { as: "${ .x + $input.b }" }', ['a', 'b']],
  ['what a timeout reads', 'input: { from: "${ .a }" }, set: { x: 1 }, timeout: { after: "${ .t }" }', ['a', 't']],
  ['what the first of a list reads', 'do: [ { b: { set: { x: "${ .a }" } } }, { c: { set: { y: "${ . }" } } } ]', ['a']],
  ['all, where it is skipped', 'if: .a, set: { x: "${ .a }" }', ['data']],
  ['all, where it is handed on', 'wait: PT1S', ['data']],
  ['all, where it is checked', 'input: { schema: { document: { type: object } } }, set: { x: "${ .a }" }', ['data']],
  ['all, where a text names fields in braces', 'call: http, with: { method: get, endpoint: "https://x.example/{id}" }', ['data']],
  ['all, where an address is put together', 'set: { x: "Dear ${ .name }," }', ['data']],
  ['all, where nobody waits for what is run', 'run: { shell: { command: ls }, await: false }', ['data']],
  ['nothing', 'set: { x: 1 }', []],
])('%s is handed over', (_, body, fields) => {
  const [left, made] = extracted(`${head}do:\n  - z: { wait: PT1S }\n  - a|: { ${body} }\n`);
  const keys = [...left.slice(left.indexOf('run:')).matchAll(/^ {12}(\w+): \$\{ \.(\w*) \}$/gm)];
  expect(keys.map(([, key]) => key)).toEqual(fields);
  expect(made.includes('  from: ${ .data }')).toBe(fields[0] === 'data');
});

test.each([
  ['Später', 'spater'],
  ['支払う', 'order-part'],
  ['send HTTPMail_2', 'send-httpmail-2'],
])('the name of %s is one that a workflow can have', (name, expected) => {
  expect(extracted(`${head}do:\n  - ${name}|: { set: { x: 1 } }\n`)[2]).toBe(`${expected}.sw.yaml`);
});

test('comments go along that stand in a task, or right above it', () => {
  const text = lines(
    'do:',
    '  # of the list',
    '',
    '  # of a',
    '  - a|:',
    '      set: { x: 1 }',
    '      # in a',
    '',
    '    # still in a',
    '  # behind',
    '  - b: { wait: PT1S }',
    '    # in b',
  );
  const [left, made] = extracted(head + text);
  expect(made.slice(made.indexOf('do:'))).toBe(
    lines('do:', '  # of a', '  - a:', '      set: { x: 1 }', '      # in a', '', '    # still in a'),
  );
  expect(left.match(/#.*/g)).toEqual(['# of the list', '# behind', '# in b']);
  const [, end] = extracted(head + text.replace('|', '').replace('b:', 'b|:'));
  expect(end.slice(end.indexOf('do:'))).toBe(lines('do:', '  # behind', '  - b: { wait: PT1S }', '    # in b'));
});
