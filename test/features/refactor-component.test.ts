import { describe, expect, test } from 'vitest';
import { done, expectDone, head, jsonHead, lines, offered } from '../support/refactor.ts';

describe('definitions moved to "use", and back', () => {
  const tasks = (...more: string[]) => lines('do:', '  - check:', '      try:', '        - x: { set: { x: 1 } }', '      catch:', ...more);
  const inside = tasks(
    '        retry: # often',
    '          delay: PT5S',
    '          # c',
    '          limit: { attempt: { count: 3 } }',
    '        as: e',
  );
  const outside =
    lines('use:', '  retries:', '    checkRetry: # often', '      delay: PT5S', '      # c', '      limit: { attempt: { count: 3 } }') +
    tasks('        retry: checkRetry', '        as: e');
  const move = 'Move to use.retries as "checkRetry"';
  const inline = 'Inline "checkRetry"';

  test('a retry', () => {
    expectDone(move, inside.replace('retry:', 'retry|:'), outside);
    expectDone(inline, outside.replace('retry: check', 'retry: |check'), inside);
  });
  test('among others, with a name that is free', () => {
    expectDone(
      'Move to use.retries as "checkRetry2"',
      lines('use:', '  retries:', '    checkRetry: { delay: PT1S }') +
        tasks('        retry: { delay: |PT2S }') +
        lines('  - b:', '      try: [ { x: { set: { x: 1 } } } ]', '      catch: { retry: checkRetry }'),
      lines('use:', '  retries:', '    checkRetry: { delay: PT1S }', '    checkRetry2: { delay: PT2S }') +
        tasks('        retry: checkRetry2') +
        lines('  - b:', '      try: [ { x: { set: { x: 1 } } } ]', '      catch: { retry: checkRetry }'),
    );
  });
  test('inlined where it is used twice, it stays', () => {
    const both = lines(
      'use:',
      '  timeouts:',
      '    slow: { after: PT1H }',
      'do:',
      '  - a:',
      '      wait: PT1S',
      '      timeout: |slow',
      '  - b:',
      '      wait: PT1S',
      '      timeout: slow',
    );
    expectDone('Inline "slow"', both, both.replace('timeout: |slow', 'timeout: { after: PT1H }'));
  });
  test('an error, a timeout', () => {
    expectDone(
      'Move to use.errors as "failError"',
      lines('do:', '  - fail:', '      raise:', '        error:', '          type: |https://x.example/e', '          status: 500'),
      lines(
        'use:',
        '  errors:',
        '    failError:',
        '      type: https://x.example/e',
        '      status: 500',
        'do:',
        '  - fail:',
        '      raise:',
        '        error: failError',
      ),
    );
    expectDone(
      'Move to use.timeouts as "aTimeout"',
      lines('do:', '  - a:', '      timeout|:', '        after: PT1H', '      wait: PT1S'),
      lines('use:', '  timeouts:', '    aTimeout:', '      after: PT1H', 'do:', '  - a:', '      timeout: aTimeout', '      wait: PT1S'),
    );
  });
  test('an authentication', () => {
    const [before, after] = [
      lines(
        'do:',
        '  - a:',
        '      call: http',
        '      with:',
        '        method: get',
        '        endpoint:',
        '          uri: https://x.example',
        '          authentication|:',
        '            bearer: { token: "${ $secrets.t }" }',
      ),
      lines(
        'use:',
        '  secrets: [ t ]',
        '  authentications:',
        '    aAuthentication:',
        '      bearer: { token: "${ $secrets.t }" }',
        'do:',
        '  - a:',
        '      call: http',
        '      with:',
        '        method: get',
        '        endpoint:',
        '          uri: https://x.example',
        '          authentication:',
        '            use: aAuthentication',
      ),
    ];
    expectDone('Move to use.authentications as "aAuthentication"', lines('use:', '  secrets: [ t ]') + before, after);
    expectDone('Inline "aAuthentication"', after.replace('use: a', 'use: |a'), lines('use:', '  secrets: [ t ]') + before.replace('|', ''));
  });
  test('a call', () => {
    const before = lines(
      'do:',
      '  - greet:',
      '      call: http # c',
      '      with:',
      '        method: get',
      '        endpoint: https://x.example',
      '      then: end',
    ).replace(' # c', '');
    const after = lines(
      'use:',
      '  functions:',
      '    greet:',
      '      call: http',
      '      with:',
      '        method: get',
      '        endpoint: https://x.example',
      'do:',
      '  - greet:',
      '      call: greet',
      '      then: end',
    );
    expectDone('Move to use.functions as "greet"', before.replace('call', 'ca|ll'), after);
    expectDone('Inline "greet"', after.replace('call: greet', 'call: gr|eet'), before);
  });
  test('JSON, and braces', () => {
    const json = (use: string, timeout: string) => `{ ${jsonHead}, ${use}"do": [{ "a": { "wait": "PT1S", "timeout": ${timeout} } }] }`;
    const long = done(json('', '{ "|after": "PT1H" }'), 'Move to use.timeouts as "aTimeout"', 'json');
    expect(JSON.parse(long)).toMatchObject({ use: { timeouts: { aTimeout: { after: 'PT1H' } } }, do: [{ a: { timeout: 'aTimeout' } }] });
    expect(JSON.parse(done(long.replace('"timeout": "', '"timeout": "|'), 'Inline "aTimeout"', 'json'))).toMatchObject({
      do: [{ a: { timeout: { after: 'PT1H' } } }],
    });
    expect(done(`${head}do: [ { a: { wait: PT1S, timeout: { |after: PT1H } } } ]\n`, 'Move to use.timeouts as "aTimeout"')).toBe(
      `${head}use:\n  timeouts:\n    aTimeout: { after: PT1H }\ndo: [ { a: { wait: PT1S, timeout: aTimeout } } ]\n`,
    );
  });
  test('not what means something else there', () => {
    for (const source of [
      'do:\n  - a:\n      ca|ll: http\n      with: { method: get, endpoint: "https://x.example/{id}" }\n',
      'do:\n  - a:\n      timeout: &t { af|ter: PT1H }\n      wait: PT1S\n',
      'do:\n  - a:\n      timeout|:\n      wait: PT1S\n',
      'do:\n  - a:\n      timeout: no|where\n      wait: PT1S\n',
      'use: 1\ndo:\n  - a:\n      timeout: { af|ter: PT1H }\n      wait: PT1S\n',
    ])
      expect(offered(head + source).titles.filter((title) => /^(Move to|Inline)/.test(title))).toEqual([]);
  });
});
