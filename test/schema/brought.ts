/** What people bring along from other languages: parts of workflows, what is said of them, and the parts after the first fix. */
export const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
/** A workflow with one task of this body. */
export const task = (body: string): string => `${head}do:\n  - pay:\n${body.replace(/^/gm, '      ')}\n`;

/** Parts of a task, what is said, and the parts after the first fix, which leaves nothing to say. */
export type Case = [before: string, message: string, after?: string];
export const tasks: readonly Case[] = [
  // in the place of what is required, or of a choice
  ['listen:\n  to:\n    type: x.y', '"type" belongs inside "with" of "one".', 'listen:\n  to:\n    one:\n      with:\n        type: x.y'],
  ['listen:\n  to: { type: x.y }', '"type" belongs inside "with" of "one".', 'listen:\n  to: { one: { with: { type: x.y } } }'],
  ['run:\n  command: ls # all', '"command" belongs inside "shell".', 'run:\n  shell:\n    command: ls # all'],
  [
    'run:\n  script:\n    lang: js\n    code: x',
    'Unknown property "lang" in this script. Did you mean "language"?',
    'run:\n  script:\n    language: js\n    code: x',
  ],
  [
    'run: script\nlanguage: js # which\ncode: x',
    '"language" and "code" belong inside "script" of "run".',
    'run:\n  script:\n    language: js # which\n    code: x',
  ],
  [
    'run: script\nif: .a\ncode: x\nlanguage: js',
    '"code" and "language" belong inside "script" of "run".',
    'run:\n  script:\n    code: x\n    language: js\nif: .a',
  ],
  [
    'emit:\n  type: x.y\n  source: https://a.b',
    '"type" and "source" belong inside "with" of "event".',
    'emit:\n  event:\n    with:\n      type: x.y\n      source: https://a.b',
  ],
  [
    'switch:\n  - big:\n      when: .x\n      do:\n        - b: { wait: PT1S }',
    'A case only says where to go. Name a task of this list after "then".',
  ],
  [
    'switch:\n  - big:\n      if: .x\n      then: end',
    'Unknown property "if" in this case. Did you mean "when"?',
    'switch:\n  - big:\n      when: .x\n      then: end',
  ],
  [
    'for:\n  in: [1, two]\ndo:\n  - b: { wait: PT1S }',
    'A list written out in "in" holds mappings. Write an expression: ${ [1,"two"] }.',
    'for:\n  in: ${ [1,"two"] }\ndo:\n  - b: { wait: PT1S }',
  ],
  // what is a value here
  [
    'http:\n  method: get\n  url: https://a.b # where',
    '"http" is a value of "call". Write "call: http", and what belongs to it under "with".',
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b # where',
  ],
  [
    'httpRequest:\n  method: get\n  url: https://a.b',
    'Unknown property "httpRequest" in this task. Write "call: http", and what belongs to it under "with".',
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b',
  ],
  [
    'call:\n  http: # get it\n    method: get\n    endpoint: https://a.b\nthen: end',
    '"call" is only the kind. Write "call: http", and what belongs to it under "with".',
    'call: http\nwith: # get it\n  method: get\n  endpoint: https://a.b\nthen: end',
  ],
  [
    'call: { httpRequest: { method: get, endpoint: https://a.b } }',
    '"call" is only the kind. Write "call: http", and what belongs to it under "with".',
    'call: http\nwith: { method: get, endpoint: https://a.b }',
  ],
  [
    'method: get # which\nendpoint: https://a.b\nthen: end',
    'This task does not say what it does. Write "call: http", with "method" and "endpoint" under "with".',
    'call: http\nwith:\n  method: get # which\n  endpoint: https://a.b\nthen: end',
  ],
  [
    'document: { endpoint: https://a.b }\noperationId: get',
    'This task does not say what it does. Write "call: openapi", with "document" and "operationId" under "with".',
    'call: openapi\nwith:\n  document: { endpoint: https://a.b }\n  operationId: get',
  ],
  ['foreach: .items', '"foreach" needs "listen" beside it.'],
  ['end: true\nwait: PT1S', 'Unknown property "end" in this task. Write "then: end".', 'then: end\nwait: PT1S'],
  [
    'wait: PT1S\ntimeoutSeconds: 30',
    'Unknown property "timeoutSeconds" in this task. Write "timeout: { after: PT30S }".',
    'wait: PT1S\ntimeout:\n  after: PT30S',
  ],
  ['wait: { weeks: 2 }', 'Unknown property "weeks" in this duration. Write "days: 14".', 'wait: { days: 14 }'],
  // what only a task around may have
  [
    'wait: PT1S # a while\nretry:\n  delay: PT1S # between\nthen: end',
    'A task is tried again by a "try" around it: write "retry" into its "catch".',
    'try:\n  - pay:\n      wait: PT1S # a while\ncatch:\n  retry:\n    delay: PT1S # between\nthen: end',
  ],
  [
    'retry: { delay: PT1S }\nthen: end\ncall: http\nwith: { method: get, endpoint: https://a.test }\nif: .a',
    'A task is tried again by a "try" around it: write "retry" into its "catch".',
    'try:\n  - pay:\n      call: http\n      with: { method: get, endpoint: https://a.test }\n      if: .a\ncatch:\n  retry: { delay: PT1S }\nthen: end',
  ],
  [
    'set:\n  text: |\n    a\n    b\ncatch:\n  do:\n    - b: { wait: PT1S }',
    '"catch" stands only beside "try".',
    'try:\n  - pay:\n      set:\n        text: |\n          a\n          b\ncatch:\n  do:\n    - b: { wait: PT1S }',
  ],
  [
    'do:\n  - b: { wait: PT1S }\ncatch:\n  retry: { delay: PT1S }',
    '"catch" stands only beside "try".',
    'try:\n  - b: { wait: PT1S }\ncatch:\n  retry: { delay: PT1S }',
  ],
  [
    'for: { in: .items }\ndo:\n  - b: { wait: PT1S }\ncatch: {}',
    '"catch" stands only beside "try".',
    'try:\n  - pay:\n      for: { in: .items }\n      do:\n        - b: { wait: PT1S }\ncatch: {}',
  ],
  ['wait: PT1S\nretry: 3', 'A task is tried again by a "try" around it: write "retry" into its "catch".'],
  ['wait: PT1S\nretries: 3', 'A task is tried again by a "try" around it: write "retry" into its "catch".'],
  ['foreach: .x\ndo:\n  - b: { wait: PT1S }', '"foreach" is "in" inside "for".', 'for:\n  in: .x\ndo:\n  - b: { wait: PT1S }'],
  ['wait: PT1S\ninput: { as: .x }', 'Unknown property "as" in this input. Did you mean "from"?', 'wait: PT1S\ninput: { from: .x }'],
  ['wait: PT1S\noutput: { from: .x }', 'Unknown property "from" in this output. Did you mean "as"?', 'wait: PT1S\noutput: { as: .x }'],
  // what stands beside the address it belongs to
  [
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b\n  authentication:\n    basic: { username: a, password: b }',
    '"authentication" belongs inside "endpoint", beside "uri".',
    'call: http\nwith:\n  method: get\n  endpoint:\n    uri: https://a.b\n    authentication:\n      basic: { username: a, password: b }',
  ],
  // a level too deep
  ...(
    [
      ['try:\n  - x:\n      wait: PT1S\n      catch:\n        as: e # c', 'try:\n  - x:\n      wait: PT1S\ncatch:\n  as: e # c'],
      ['try:\n  - x:\n      catch: {}\n      wait: PT1S\nthen: end', 'try:\n  - x:\n      wait: PT1S\ncatch: {}\nthen: end'],
      ['try: [{ x: { wait: PT1S, catch: { as: e } } }]', 'try: [{ x: { wait: PT1S } }]\ncatch: { as: e }'],
      ['try:\n  - x:\n      wait: PT1S\n    catch:\n      as: e', 'try:\n  - x:\n      wait: PT1S\ncatch:\n  as: e'],
      ['try:\n  - x: { wait: PT1S }\n  - catch:\n      as: e', 'try:\n  - x: { wait: PT1S }\ncatch:\n  as: e'],
      ['try: [{ x: { wait: PT1S } }, { catch: { as: e } }]', 'try: [{ x: { wait: PT1S } }]\ncatch: { as: e }'],
    ] as const
  ).map(([before, after]): Case => [before, '"catch" belongs beside "try" of "pay".', after]),
  // a mapping around the value
  ['wait:\n  duration: PT5S # c', '"wait" takes the duration itself. Leave out "duration".', 'wait:\n  PT5S # c'],
  ['wait: { value: PT5S }', '"wait" takes the duration itself. Leave out "value".', 'wait: PT5S'],
  [
    'wait: PT1S\ntimeout: { duration: PT5S }',
    'Unknown property "duration" in this timeout. Did you mean "after"?',
    'wait: PT1S\ntimeout: { after: PT5S }',
  ],
  // the words of a value in another order
  [
    'call: a2a\nwith: { method: sendMessage, server: https://a.b }',
    '"sendMessage" is not a value of "method". Did you mean "message/send"?',
    'call: a2a\nwith: { method: message/send, server: https://a.b }',
  ],
  // a text for what is a mapping under another name
  [
    'call: a2a\nwith: { method: message/send, agent: https://a.b }',
    '"agent" is "endpoint" inside "agentCard".',
    'call: a2a\nwith: { method: message/send, agentCard: { endpoint: https://a.b } }',
  ],
  ['listen: { type: x.y }', '"type" belongs inside "with" of "one" of "to".', 'listen: { to: { one: { with: { type: x.y } } } }'],
  ['listen: { event: x.y }', '"event" is "type" inside "with" of "one" of "to".', 'listen: { to: { one: { with: { type: x.y } } } }'],
  // a kind in the place of a mapping
  [
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoff: exponential } }',
    '"exponential" has no colon. Write "exponential: {}".',
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoff: { exponential: {} } } }',
  ],
  [
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoff: { type: linear } } }',
    'What this is, is said by a key. Write "linear" instead of "type".',
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoff: { linear: {} } } }',
  ],
  // entries of a list as pairs
  [
    'fork:\n  a: { wait: PT1S } # c\n  b:\n    wait: PT1S',
    '"a" and "b" belong inside "branches", as a list of tasks.',
    'fork:\n  branches:\n    - a: { wait: PT1S } # c\n    - b:\n        wait: PT1S',
  ],
  // words of other tools
  [
    'wait: PT1S\ntimeout-minutes: 5',
    'Unknown property "timeout-minutes" in this task. Write "timeout: { after: PT5M }".',
    'wait: PT1S\ntimeout:\n  after: PT5M',
  ],
  [
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoffRate: 2 } }',
    'Unknown property "backoffRate" in this retry policy. Write "backoff: { exponential: {} }".',
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, backoff: { exponential: {} } } }',
  ],
  [
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, limit: 3 } }',
    '"limit" is a mapping, not a number. Write "attempt: { count: 3 }" below it.',
    'try: [{ x: { wait: PT1S } }]\ncatch: { retry: { delay: PT1S, limit: { attempt: { count: 3 } } } }',
  ],
  [
    'run: { workflow: { namespace: a, name: b, version: 1.0.0 }, input: { a: 1 } }',
    '"input" belongs inside "workflow".',
    'run: { workflow: { namespace: a, name: b, version: 1.0.0, input: { a: 1 } } }',
  ],
  [
    'exclusiveGateway: [{ x: { when: .a, then: end } }]',
    'Unknown property "exclusiveGateway" in this task. Did you mean "switch"?',
    'switch: [{ x: { when: .a, then: end } }]',
  ],
  ['wait: PT1S\nneeds: [a]', 'Tasks run in the order of their list. Some at the same time stand in a "fork"; "then" leads elsewhere.'],
  ['userTask: { assignee: a }', 'No task waits for a person. Wait for the event of what a person did, with "listen".'],
  // a colon that is none
  [
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b\n  query:"${ { a: .b } }"',
    'A space is missing after the colon of "query".',
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b\n  query: "${ { a: .b } }"',
  ],
  // on the line of what holds it
  ['wait: seconds: 5 # c', '"seconds" starts on a line of its own, indented by two more spaces.', 'wait:\n  seconds: 5 # c'],
  ['run: shell: command: ls', '"shell" starts on a line of its own, indented by two more spaces.', 'run:\n  shell:\n    command: ls'],
  [
    'call: http\nwith: method: get\n  endpoint: https://a.b',
    '"method" starts on a line of its own, indented by two more spaces.',
    'call: http\nwith:\n  method: get\n  endpoint: https://a.b',
  ],
  ['set: x: 1', '"x" starts on a line of its own, indented by two more spaces.', 'set:\n  x: 1'],
  ['set:\n  x: a: b', 'A value that contains ": " stands in quotes. Quote the whole value.', "set:\n  x: 'a: b'"],
  // a single value for the one thing that matters
  [
    'run: npm test',
    '"run" is a mapping, not text. Write "shell: { command: npm test }" below it.',
    'run: { shell: { command: npm test } }',
  ],
  [
    'listen: { to: x.y }',
    '"to" is a mapping, not text. Write "one: { with: { type: x.y } }" below it.',
    'listen: { to: { one: { with: { type: x.y } } } }',
  ],
  [
    'emit: { event: x.y }',
    '"event" is a mapping, not text. Write "with: { type: x.y }" below it.',
    'emit: { event: { with: { type: x.y } } }',
  ],
  [
    'wait: PT1S\ntimeout: 30',
    '"timeout" is a mapping or text, not a number. For seconds write { after: PT30S }.',
    'wait: PT1S\ntimeout: { after: PT30S }',
  ],
  [
    'run: { shell: { command: ls }, await: "true" }',
    '"await" is true or false, but "true" in quotes is text. Leave out the quotes.',
    'run: { shell: { command: ls }, await: true }',
  ],
  ['run: { workflow: other }', '"workflow" is a mapping, not text. It needs "namespace", "name" and "version".'],
  // lists
  [
    'switch:\n  cases:\n    - big: { when: .x, then: end }\n    - small:\n        then: exit',
    'The cases stand right under "switch". Leave out "cases".',
    'switch:\n  - big: { when: .x, then: end }\n  - small:\n      then: exit',
  ],
  [
    'switch: { cases: [{ big: { then: end } }] }',
    'The cases stand right under "switch". Leave out "cases".',
    'switch: [{ big: { then: end } }]',
  ],
  ['- b: { wait: PT1S }', 'The task "pay" holds a list. Write what it does above it, such as "do:".', 'do:\n  - b: { wait: PT1S }'],
  ['wait: PT1S\nthen: [end]', '"then" is text, not a list. Write end.', 'wait: PT1S\nthen: end'],
];

/** A workflow with one authentication of this body. */
export const use = (body: string): string =>
  `${head}use:\n  authentications:\n    shop:\n${body.replace(/^/gm, '      ')}\ndo:\n  - a: { wait: PT1S }\n`;
export const authentications: readonly Case[] = [
  [
    'type: basic\nusername: u # who\npassword: p',
    'What this is, is said by a key. Write "basic" instead of "type", with "username" and "password" inside.',
    'basic:\n  username: u # who\n  password: p',
  ],
  ['apiKey: abc', 'An API key is no scheme here. Send it as a header of the request.'],
  ['scheme: abc', 'Unknown property "scheme" in this authentication, which needs "basic", "bearer", "digest", "oauth2" or "oidc".'],
  ['bearerToken: abc', '"bearerToken" is "token" inside "bearer".', 'bearer:\n  token: abc'],
  ['bearer: abc', '"bearer" is a mapping, not text. Write "token: abc" below it.', 'bearer: { token: abc }'],
  [
    'basic: { user: a, password: b }',
    'Unknown property "user" in this basic authentication. Did you mean "username"?',
    'basic: { username: a, password: b }',
  ],
  [
    'oauth2:\n  authority: https://a.b\n  grant_type: client_credentials\n  client: { id: a }',
    'Unknown property "grant_type" in this OAuth 2.0 authentication. Did you mean "grant"?',
    'oauth2:\n  authority: https://a.b\n  grant: client_credentials\n  client: { id: a }',
  ],
  [
    'oauth2:\n  authority: https://a.b\n  clientId: a # us\n  clientSecret: b\n  grant: client_credentials',
    '"clientId" and "clientSecret" are "id" and "secret" inside "client".',
    'oauth2:\n  authority: https://a.b\n  client:\n    id: a # us\n    secret: b\n  grant: client_credentials',
  ],
  [
    'oauth2: { authority: https://a.b, client: { id: a }, clientSecret: b, grant: client_credentials }',
    '"clientSecret" is "secret" inside "client".',
    'oauth2: { authority: https://a.b, client: { id: a, secret: b }, grant: client_credentials }',
  ],
];
