/** Texts whose fixes were wrong once, or that hold what is easily lost: comments, anchors, merge keys, nested lists. */
export const inputs: Readonly<Record<string, string>> = {
  'a kind without its colon': 'do:\n  - a:\n      run: container\n',
  'a strategy without its colon': 'use:\n  retries:\n    r:\n      delay: PT1S\n      backoff: exponential\ndo:\n  - a: { wait: PT1S }\n',
  'a task without its colon': 'do:\n  - h: wait\n',
  'a list of named functions':
    'use:\n  functions:\n    - name: f\n      call: http # the shop\n      with: { method: get, endpoint: https://a.b }\n    - name: g\n      set: { x: 1 }\ndo:\n  - a: { call: f }\n',
  'a list of named functions at the column of its key':
    'use:\n  functions:\n  - name: f\n    call: http\n    with:\n      method: get\n      endpoint: https://a.b\ndo:\n- a: { call: f }\n',
  'a list of single keys':
    'use:\n  functions:\n    - f:\n        call: http\n        with: { method: get, endpoint: https://a.b }\n    - g: { set: { x: 1 } }\ndo:\n  - a: { call: f }\n',
  'an expression with a colon': 'do:\n  - a:\n      set:\n        x: ${ "failed: " + .b }\n',
  'an expression in braces': 'do:\n  - b: { if: ${ .a }, wait: PT1S }\n',
  'one unknown function twice': 'do:\n  - a: { call: gg }\n  - b: { call: gg }\n',
  'one name four times': 'do:\n  - a: { wait: PT1S }\n  - a: { wait: PT1S }\n  - a: { wait: PT1S }\n  - a2: { wait: PT1S }\n',
  'tasks without names':
    'do:\n  - call: http\n    with:\n      method: get # c\n      endpoint: https://a.b\n  - wait: PT1S\n    then: end\n',
  'keys below a call': 'do:\n  - d:\n      call: http\n      method: get\n      endpoint: https://a.b\n      then: end\n',
  'keys below a call, apart': 'do:\n  - d:\n      call: http\n      method: get # how\n      then: end\n      endpoint: https://a.b\n',
  'one task where a list is wanted':
    'do:\n  - a:\n      try:\n        call: http\n        with:\n          method: get\n          endpoint: https://a.b\n      catch: {}\n',
  'a mapping of tasks': 'do:\n  a:\n    # first\n    wait: PT1S\n  b:\n    set:\n      x: |\n        one\n          two\n\n        three\n',
  'a mapping of secrets': 'use:\n  secrets: { pw: x }\ndo:\n  - a: { wait: PT1S }\n',
  'cases in a mapping': 'do:\n  - a:\n      switch: { cases: [] }\n',
  'a list below fork': 'do:\n  - a:\n      fork:\n        - one:\n            wait: PT1S\n        - two: { wait: PT1S }\n',
  'a list below fork, at its column': 'do:\n- a:\n    fork:\n    - one: { wait: PT1S }\n    - two: { wait: PT1S }\n',
  'a list where then leads': 'do:\n  - a:\n      wait: PT1S\n      then: [ b ]\n  - b: { wait: PT1S }\n',
  'a date for a version':
    "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: 2026-07-01\ndo:\n  - a: { wait: PT1S }\n",
  'a condition in a task': 'do:\n  - a:\n      when: .x\n      wait: PT1S\n',
  'the keys of the document at the column of do':
    "dsl: '1.0.3'\nnamespace: shop\nname: order\nversion: '1.0.0'\ndo:\n  - a: { wait: PT1S }\n",
  'nothing set': 'do:\n  - a:\n      set:\n',
  'the only key': 'do:\n  - a:\n      wait: { weeks: 2 }\n  - b: { wait: PT1S, input: { as: .x } }\n  - c: { http: { method: get } }\n',
  'anchors, aliases and merge keys':
    'use:\n  functions:\n    f: &f\n      call: http\n      wth: &w { method: get, endpoint: https://a.b }\n    g:\n      <<: *f\n      wiht: *w\ndo:\n  - a: &a\n      wat: &d PT1S\n  - b: { <<: *a, timeout: { aftr: *d } }\n',
  'a key that holds an anchor': '.anchors:\n  - &w { method: get, endpoint: https://a.b }\ndo:\n  - a:\n      call: http\n      with: *w\n',
  'then inside of with':
    'do:\n  - a:\n      call: http\n      with:\n        method: get\n        then: end # done\n        endpoint: https://a.b\n      if: ${ .x }\n',
  'then inside of with, in braces': 'do:\n  - a: { call: http, with: { then: end, method: get, endpoint: https://a.b } }\n',
  'method beside with':
    'do:\n  - a:\n      call: http\n      method: get # how\n      with: { endpoint: https://a.b }\n  - b: { call: http, with: { endpoint: https://a.b }, method: get }\n',
  'two kinds with what is theirs':
    'do:\n  - a:\n      wait: PT1S # first\n      # a word\n      call: http\n      with:\n        method: get\n        endpoint: https://a.b\n  - b: { wait: PT1S, set: { x: 1 } }\n',
  'two kinds, the second one first':
    'do:\n  - a:\n      call: http\n      wait: PT1S\n      with:\n        method: get\n        endpoint: https://a.b\n',
  'two names in one item':
    'do:\n  - a:\n      wait: PT1S\n    # and then\n    b:\n      wait: PT1S\n  - { c: { wait: PT1S }, d: { wait: PT1S } }\n',
  'what belongs below a name': 'do:\n  - a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.b\n  - b: { }\n    \n',
  'lists in lists':
    'do:\n  - o:\n      fork:\n        branches:\n          - i:\n              do:\n                - j:\n                    wat: PT1S # deep\n                    then: nowhere\n                - k:\n                    call: htp\n                    with: { method: gte, endpoint: https://a.b }\n',
  'text where a mapping is wanted':
    'do:\n  - a:\n      run:\n        shell: "ls -l # all"\n      input: .x\n  - b: { wait: PT1S, output: \'.a, .b\' }\n  - c:\n      wait: PT1S\n      export: &e ${ .a }\n',
  'numbers and words in quotes':
    "do:\n  - a:\n      raise: { error: { type: https://a.b, status: '404' } }\n  - b:\n      run:\n        shell: { command: ls }\n        await: 'yes'\n  - c: { if: true, wait: 5 }\n",
  'a slice in a block':
    'schedule:\n  cron: >-\n    61 9 * * MON\nuse:\n  secrets: [ shopKey ]\ndo:\n  - a:\n      set:\n        x: >-\n          ${ $secrets.shopKy\n          + "it\'s" }\n        y: "${ \\"\\u00e9\\" + $secrets.shopKy }"\n',
  'a name of two words':
    "do:\n  - 'ship order': { wait: PT1S, then: bill odrer }\n  - bill order: { wait: PT1S, then: 'ship ordr' }\n  - it's: { wait: PT1S, then: \"it'\" }\n",
  'one slip twice': 'do:\n  - a:\n      wiat: PT1S # c\n  - b:\n      wiat: PT1S\n',
};
