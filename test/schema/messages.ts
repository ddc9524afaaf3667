/** Tasks below "do:", each with one mistake at «…», and what is said of it. */
export const mistakes: readonly (readonly [tasks: string, message: string])[] = [
  [
    '- pay:\n    «cal»: http\n    with: { method: get, endpoint: https://a.example }',
    'Unknown property "cal" in this task. Did you mean "call"?',
  ],
  ['- pay:\n    «Wait»: PT1S', 'Unknown property "Wait" in this task. Did you mean "wait"?'],
  [
    '- pay:\n    «fr»: { in: .items }\n    while: .go\n    do: [{ a: { wait: PT1S } }]',
    'Unknown property "fr" in this task. Did you mean "for"?',
  ],
  [
    '- pay:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n      «then»: end',
    '"then" belongs to this task, not inside "with".',
  ],
  ['- pay:\n    call: http\n    «method»: get\n    with:\n      endpoint: https://a.example', '"method" belongs inside "with".'],
  [
    '- pay:\n    call: http\n    «verb»: get\n    url: https://a.example\n    payload: { id: 1 }',
    '"verb", "url" and "payload" are "method", "endpoint" and "body" inside "with".',
  ],
  ['- pay:\n    «while»: .go\n    do: [{ a: { wait: PT1S } }]', '"while" stands only beside "for".'],
  [
    '- pay:\n    call: http\n    with: { method: get, «url»: https://a.example }',
    'Unknown property "url" in this HTTP request. Did you mean "endpoint"?',
  ],
  ['- pay:\n    call: http\n    «with»: { method: get }', '"with" needs "endpoint".'],
  ['- pay:\n    call: «http»', '"call: http" needs "with" beside it.'],
  [
    '- pay:\n    call: http\n    «input»: { method: get, endpoint: https://a.example }',
    'What "input" holds belongs to "with". Write "with" instead.',
  ],
  [
    '- pay:\n    call: http\n    «inputs»: { method: get, endpoint: https://a.example }',
    'Unknown property "inputs" in this task. Did you mean "with"?',
  ],
  ['- pay: { «get»: https://a.example }', 'A request is a "call" of "http", with "method" and "endpoint" inside "with".'],
  ['- pay: { «print»: paid }', 'No task writes a log. Call a function that does, or emit an event.'],
  ['- pay: { wait: PT1S, «else»: pay }', 'A task has no "else". Where it goes on is decided by a "switch" before it.'],
  ['- pay: { «subflow»: { namespace: a, name: b, version: 1.0.0 } }', '"subflow" is "workflow" inside "run".'],
  ['- pay: { «while»: .go }', '"while" needs "for" and "do" beside it.'],
  ['- pay:\n    «try»: [{ a: { wait: PT1S } }]', '"try" needs "catch" beside it.'],
  ['- pay:\n    «catch»: {}', '"catch" needs "try" beside it.'],
  ['- pay:\n    set: { a: 1 }\n    «wait»: PT1S', 'This task does two things, "set" and "wait". Keep one and give the other its own task.'],
  [
    '- «pay»:\n    then: end',
    'This task does nothing yet. Add one of: call, do, emit, for, fork, listen, raise, run, set, switch, try, wait.',
  ],
  ['- «pay»:', 'This task does nothing yet. Add one of: call, do, emit, for, fork, listen, raise, run, set, switch, try, wait.'],
  ['- check:\n    set: { a: 1 }\n  «ship»:\n    wait: PT1S', '"check" and "ship" stand in one list item. Start "ship" with its own "- ".'],
  [
    '- pay:\n  «call»: http\n  with: { method: get, endpoint: https://a.example }',
    '"call" stands beside "pay", not inside it. Indent it so that it belongs to "pay".',
  ],
  ['- «call»: http\n  with: { method: get, endpoint: https://a.example }', 'This task has no name. Put one before it, as in "- step1:".'],
  ['- «name»: pay\n  wait: PT1S', 'The name of a task is its key. Write "- pay:" with the rest below it.'],
  ['- pay:\n    switch:\n      - «when»: .a\n        then: end', 'This case has no name. Put one before it, as in "- case1:".'],
  ['- pay:\n    switch:\n      - default: «end»', '"default" is a mapping, not text. Write "then: end" below it.'],
  ['- pay:\n    wait: PT1S\n    export: «.a»', '"export" is a mapping, not text. Write "as: .a" below it.'],
  ['- pay:\n    listen: { to: { one: { «type»: a } } }', '"type" belongs inside "with".'],
  [
    '- pay:\n    run: { shell: { command: ls }, return: «get-all» }',
    '"get-all" is not a way to return a process. Use stdout, stderr, code, all or none.',
  ],
  ['- «pay»\n- ship: { wait: PT1S }', '"pay" is only text. A task is a name with what belongs to it, as in "- pay:".'],
  ['- pay:\n    «wait PT1S»', 'A colon is missing. Write "wait: PT1S".'],
  [
    '- pay:\n    run:\n      shell:\n        command: ls\n        environment:\n          «foo bar»',
    'A colon is missing. Write "foo: bar".',
  ],
  [
    '- pay:\n    run:\n      shell:\n        command: ls\n        environment:\n          «foo:bar»',
    'A space is missing after the colon. Write "foo: bar".',
  ],
  ['- pay:\n    «wait:PT1S»', 'A space is missing after the colon. Write "wait: PT1S".'],
  ['- pay:\n    wait: «5»', '"wait" is a duration, not a number. For seconds write PT5S.'],
  ['- pay:\n    «wait»: [5]', '"wait" is a duration, not a list.'],
  ['- pay:\n    «wait»:', '"wait" has no value yet. Write a duration.'],
  ['- pay:\n    if: «true»\n    wait: PT1S', '"if" is an expression, not true. Write ${ true }.'],
  ['- pay:\n    wait: PT1S\n    «wait»: PT2S', '"wait" is written twice in this task. Keep one.'],
  [
    "- pay:\n    raise: { error: { type: https://a.example, status: «'404'» } }",
    '"status" is a whole number, not text. Write it without quotes: 404.',
  ],
  ['- pay:\n    «switch»: []', '"switch" is an empty list. Add at least one case.'],
  ['- pay:\n    run: { container: { image: a }, «shell»: { command: ls } }', '"container" and "shell" do not go together. Keep one.'],
  ['- pay:\n    call: http\n    with: { method: get, endpoint: «a b» }', 'A URI cannot contain a space. Write %20.'],
  [
    '- pay:\n    call: http\n    with: { method: get, endpoint: { uri: «shop.example/orders» } }',
    'This address has no scheme and is read as a path. Write https://shop.example/orders.',
  ],
  [
    '- pay:\n    call: http\n    with: { method: get, endpoint: «192.168.0.1:8080/x» }',
    'What stands before ":" is read as the scheme. Write http://192.168.0.1:8080/x.',
  ],
  [
    '- pay:\n    fork:\n      «branches»:\n        one: { wait: PT1S }',
    '"branches" is a list of tasks, not a mapping. Start each task with "- ".',
  ],
];
