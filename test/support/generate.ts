/** Workflows of any length for benchmarks and tests: the same text for the same arguments. */

interface Maker {
  readonly lines: string[];
  /** A whole number below `limit`; the same ones in every run. */
  pick(limit: number): number;
  name(kind: string): string;
}

const words = ['order', 'invoice', 'payment', 'parcel', 'customer', 'refund', 'quote', 'stock', 'ticket', 'claim', 'shipment', 'email'];

/** A realistic DSL 1.0 workflow in YAML of about (at least) this many lines, with nested lists of tasks. */
export function generateWorkflow(lines: number, seed = 1): string {
  let state = seed >>> 0 || 1;
  let count = 0;
  const maker: Maker = {
    lines: header(),
    pick(limit) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    },
    name: (kind) => `${kind}${words[maker.pick(words.length)]!.replace(/^./, (first) => first.toUpperCase())}${++count}`,
  };
  while (maker.lines.length < lines) task(maker, 2, 0);
  return `${maker.lines.join('\n')}\n`;
}

const header = (): string[] => [
  '# Generated: long, but made of what real workflows are made of.',
  'document:',
  '  dsl: 1.0.0',
  '  namespace: bench',
  '  name: generated',
  "  version: '0.1.0'",
  '  title: A generated workflow',
  'use:',
  '  authentications:',
  '    shop:',
  '      basic:',
  '        username: heddle',
  '        password: ${ $secrets.shopPassword }',
  '  errors:',
  '    notFound:',
  '      type: https://serverlessworkflow.io/spec/1.0.0/errors/communication',
  '      status: 404',
  '      title: Not found',
  '  retries:',
  '    patient:',
  '      delay: PT2S',
  '      backoff:',
  '        exponential: {}',
  '      limit:',
  '        attempt:',
  '          count: 5',
  '  functions:',
  '    getPet:',
  '      call: http',
  '      with:',
  '        method: get',
  '        endpoint: https://petstore.example/v2/pet/{petId}',
  '  secrets: [shopPassword, apiKey]',
  'input:',
  '  from: ${ .request }',
  'do:',
];

type Shape = (maker: Maker, indent: number, depth: number) => void;

/** Leaves come often, containers less. */
const leaves: readonly Shape[] = [http, http, assign, assign, emit, wait, raise, script, branch, callFunction, listen];
const containers: readonly Shape[] = [sequence, loop, attempt, parallel];

function task(maker: Maker, indent: number, depth: number): void {
  const container = depth < 4 && maker.pick(10) < 3;
  const shapes = container ? containers : leaves;
  if (maker.pick(9) === 0)
    maker.lines.push(`${' '.repeat(indent)}# What follows was agreed with the ${words[maker.pick(words.length)]} team.`);
  shapes[maker.pick(shapes.length)]!(maker, indent, depth);
}

function put(maker: Maker, indent: number, text: string): void {
  const pad = ' '.repeat(indent);
  for (const line of text.split('\n')) maker.lines.push(line ? pad + line : '');
}

function http(maker: Maker, indent: number): void {
  const name = maker.name('fetch');
  put(
    maker,
    indent,
    `- ${name}:
    call: http
    with:
      method: ${['get', 'post', 'put'][maker.pick(3)]}
      endpoint: https://api.example.com/v${maker.pick(4) + 1}/${words[maker.pick(words.length)]}s/{id}
      headers: { accept: application/json, x-attempt: "${maker.pick(9)}" }
      query:
        size: ${maker.pick(100)}
        active: ${maker.pick(2) === 0}
    output:
      as: '\${ { id: .id, total: (.lines | map(.price) | add) } }'`,
  );
}

function assign(maker: Maker, indent: number): void {
  put(
    maker,
    indent,
    `- ${maker.name('set')}:
    if: \${ .total > ${maker.pick(500)} }
    set:
      total: ${maker.pick(1000)}.5
      label: 'It''s number ${maker.pick(100)}'
      note: "line\\tbreak ${maker.pick(10)} — ünïcödé 🧵"
      nested: [1, two, { three: 3 }]`,
  );
}

function emit(maker: Maker, indent: number): void {
  const word = words[maker.pick(words.length)];
  put(
    maker,
    indent,
    `- ${maker.name('tell')}:
    emit:
      event:
        with:
          source: https://shop.example/${word}s
          type: com.example.${word}.changed.v1
          subject: \${ .id }
          data:
            id: \${ .id }
            count: ${maker.pick(20)}`,
  );
}

function wait(maker: Maker, indent: number): void {
  if (maker.pick(2)) put(maker, indent, `- ${maker.name('rest')}:\n    wait: PT${maker.pick(59) + 1}S`);
  else put(maker, indent, `- ${maker.name('rest')}:\n    wait:\n      minutes: ${maker.pick(59) + 1}`);
}

function raise(maker: Maker, indent: number): void {
  put(maker, indent, `- ${maker.name('fail')}:\n    if: \${ .broken == true }\n    raise:\n      error: notFound`);
}

function script(maker: Maker, indent: number): void {
  put(
    maker,
    indent,
    `- ${maker.name('run')}:
    run:
      script:
        language: js
        code: |
          // a comment in a script, not in YAML
          const total = ${maker.pick(100)};

          console.log(\`total: \${total}\`);
        environment:
          LEVEL: '${maker.pick(5)}'`,
  );
}

function branch(maker: Maker, indent: number): void {
  put(
    maker,
    indent,
    `- ${maker.name('choose')}:
    switch:
      - big:
          when: \${ .total > ${maker.pick(900)} }
          then: continue
      - other:
          then: continue`,
  );
}

function callFunction(maker: Maker, indent: number): void {
  put(maker, indent, `- ${maker.name('ask')}:\n    call: getPet\n    with:\n      petId: ${maker.pick(1000)}`);
}

function listen(maker: Maker, indent: number): void {
  put(
    maker,
    indent,
    `- ${maker.name('hear')}:
    listen:
      to:
        any:
          - with:
              type: com.example.${words[maker.pick(words.length)]}.created
          - with:
              type: com.example.${words[maker.pick(words.length)]}.deleted
              source: https://shop.example/api`,
  );
}

function list(maker: Maker, indent: number, depth: number): void {
  for (let count = maker.pick(4) + 1; count > 0; count--) task(maker, indent, depth + 1);
}

function sequence(maker: Maker, indent: number, depth: number): void {
  put(maker, indent, `- ${maker.name('steps')}:\n    do:`);
  list(maker, indent + 6, depth);
}

function loop(maker: Maker, indent: number, depth: number): void {
  put(maker, indent, `- ${maker.name('each')}:\n    for:\n      each: item\n      in: \${ .items }\n      at: index\n    do:`);
  list(maker, indent + 6, depth);
}

function attempt(maker: Maker, indent: number, depth: number): void {
  put(maker, indent, `- ${maker.name('try')}:\n    try:`);
  list(maker, indent + 6, depth);
  put(maker, indent + 4, 'catch:\n  errors:\n    with:\n      status: 503\n  as: problem\n  retry: patient\n  do:');
  list(maker, indent + 8, depth);
}

function parallel(maker: Maker, indent: number, depth: number): void {
  put(maker, indent, `- ${maker.name('both')}:\n    fork:\n      compete: ${maker.pick(2) === 0}\n      branches:`);
  list(maker, indent + 8, depth);
}
