/** A well-formed DSL 1.0 workflow of about `lines` lines, of the mixture of tasks that people write. Same lines, same text. */
export function generateWorkflow(lines) {
  const out = ['document:', "  dsl: '1.0.0'", '  namespace: bench', '  name: bench', "  version: '0.1.0'", 'do:'];
  for (let index = 0; out.length < lines; index++) {
    const block = kinds[index % kinds.length](index);
    out.push(...block.map((line) => `  ${line}`));
  }
  return `${out.join('\n')}\n`;
}

const kinds = [
  (n) => [
    `- fetch${n}:`,
    '    call: http',
    '    with:',
    '      method: get',
    '      endpoint:',
    `        uri: https://api.example.com/orders/{id}/${n}`,
    '      query:',
    `        page: \${ .page + ${n} }`,
    '    output:',
    '      as: ${ .body }',
  ],
  (n) => [`- keep${n}:`, '    set:', `      total: \${ .items | map(.price) | add }`, `      note: 'order ${n} of many'`],
  (n) => [
    `- choose${n}:`,
    '    switch:',
    '      - big:',
    `          when: .total > ${n}`,
    '          then: continue',
    '      - other:',
    '          then: continue',
  ],
  (n) =>
    [
      `- each${n}:`,
      '    for:',
      '      each: item',
      '      in: .items',
      '    do:',
      `      - pack${n}:`,
      '          call: packOrder',
      '          with:',
      '            item: ${ $item }',
      `      - rest${n}:`,
      '          wait: PT15M',
    ].map((line) => line.replace('call: packOrder', 'call: https://functions.example.com/pack.yaml')),
  (n) => [
    `- risk${n}:`,
    '    try:',
    `      - pay${n}:`,
    '          call: http',
    '          with:',
    '            method: post',
    '            endpoint: https://pay.example.com',
    '    catch:',
    '      errors:',
    '        with:',
    '          status: 503',
    '      retry:',
    '        delay:',
    '          seconds: 3',
    '        limit:',
    '          attempt:',
    '            count: 5',
  ],
  (n) => [
    `- tell${n}:`,
    '    emit:',
    '      event:',
    '        with:',
    '          source: https://example.com/shop',
    `          type: com.example.order.placed.v${n}`,
  ],
];
