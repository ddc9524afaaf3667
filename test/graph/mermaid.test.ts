import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/src/graph/build/build.ts';
import { mermaid } from '../../server/src/graph/mermaid.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';

const drawn = (text: string) => {
  const tree = parse(text, 'yaml');
  return `\n${mermaid(buildGraph(modelOf(tree.documents[0]!.fragment)!, tree, (character) => ({ line: 0, character })))}`;
};

describe('a graph as a Mermaid flowchart', () => {
  it('has nodes, cases, jumps and an end', () => {
    expect(
      drawn(`
schedule: { on: { one: { with: { type: com.shop.placed } } } }
do:
  - reserve: { call: http, with: { method: post, endpoint: https://stock.acme.io/reserve } }
  - enough:
      switch:
        - inStock: { when: .left > 0, then: ship }
        - other: { then: reject }
  - ship: { emit: { event: { with: { type: com.shop.shipped } } }, then: end }
  - reject: { raise: { error: { status: 409, type: https://acme.io/errors/out-of-stock } } }
`),
    ).toBe(`
flowchart TD
  begin(["on com.shop.placed"])
  reserve["reserve<br>call POST stock.acme.io"]
  enough{"enough<br>switch 2 cases"}
  ship["ship<br>emit com.shop.shipped"]
  reject["reject<br>raise 409 out-of-stock"]
  begin --> reserve
  reserve --> enough
  enough -->|"inStock .left #62; 0"| ship
  enough -->|"other"| reject
  ship --> done
  reject -.-> faulted
  done((("end")))
  faulted((("ends faulted")))
`);
  });

  it('groups what stands inside a container', () => {
    expect(
      drawn(`
do:
  - pay:
      try:
        - bill: { raise: { error: gone } }
      catch:
        retry: { delay: PT2S, limit: { attempt: { count: 3 } } }
        do:
          - refund: { wait: PT1S, then: end }
  - each: { for: { in: .items }, do: [ { note: { set: { x: 1 } } } ] }
  - empty: { do: [] }
`),
    ).toBe(`
flowchart TD
  begin(["start"])
  subgraph pay["pay<br>try catches all errors"]
    subgraph pay_try["try<br>retry 3 ×, every 2 s"]
      bill["bill<br>raise gone"]
      bill -.-> pay_catch
    end
    subgraph pay_catch["catch<br>all errors"]
      refund["refund<br>wait 1 second"]
      refund --> done
    end
    pay_try -. error .-> pay_catch
  end
  subgraph each["each<br>for each item in .items"]
    note["note<br>set x"]
  end
  empty["empty<br>do empty"]
  begin --> pay
  pay --> each
  each --> empty
  empty --> done
  done((("end")))
`);
  });

  it('escapes what means something to Mermaid, and makes ids of any name', () => {
    expect(
      drawn(`
do:
  - end: { set: { '"a"]': 1, '#b;': 2 }, then: nowhere }
  - '1. two': { wait: PT1S, then: end }
  - 日本: { wait: PT1S }
  - Two: { wait: PT1S }
`),
    ).toBe(`
flowchart TD
  begin(["start"])
  task_end["end<br>set #34;a#34;#93;, #35;b#59;"]
  task_1_two["1#46; two<br>wait 1 second"]
  task["日本<br>wait 1 second"]
  Two["Two<br>wait 1 second"]
  begin --> task_end
  missing(("✕ nowhere")):::broken
  task_end -.-> missing
  task_1_two --> done
  task --> Two
  Two --> done
  done((("end")))
  classDef broken stroke:#c00,color:#c00,stroke-dasharray:4 3
`);
  });

  it('says when a task runs and ends', () => {
    expect(drawn('do: [ { a: { set: { x: 1 }, if: .y, timeout: { after: PT5S } } } ]')).toContain('a["a<br>set x · if .y · timeout 5 s"]');
  });

  it('shows the ways that leave a container early, each with its words', () => {
    expect(
      drawn(`
do:
  - loop:
      for: { each: i, in: .x }
      do:
        - first: { set: { a: 1 } }
        - choose: { switch: [ { stop: { when: .q, then: exit } }, { over: { then: end } }, { on: { when: .r, then: pay } } ] }
        - pay:
            try: [ { bill: { wait: PT1S } } ]
            catch: { do: [ { undo: { set: { a: 1 }, then: exit } }, { note: { set: { a: 1 } } } ], then: exit }
        - last: { set: { a: 1 } }
`),
    ).toBe(`
flowchart TD
  begin(["start"])
  subgraph loop["loop<br>for each i in .x"]
    first["first<br>set a"]
    choose{"choose<br>switch 3 cases"}
    subgraph pay["pay<br>try catches all errors"]
      subgraph pay_try["try"]
        bill["bill<br>wait 1 second"]
      end
      subgraph pay_catch["catch<br>all errors"]
        undo["undo<br>set a"]
        note["note<br>set a"]:::unreachable
        exit(("exit"))
        undo --> exit
      end
      pay_try -. error .-> pay_catch
    end
    last["last<br>set a"]
    first --> choose
    exit_2(("exit"))
    choose -->|"stop .q"| exit_2
    choose -->|"over"| done
    choose -->|"on .r"| pay
    pay --> last
    pay -->|"caught"| exit_2
  end
  begin --> loop
  loop --> done
  done((("end")))
  classDef unreachable opacity:.5,stroke-dasharray:4 3
`);
  });

  it('fades what nothing leads to', () => {
    expect(drawn('do:\n  - a: { wait: PT1S, then: end }\n  - b: { do: [ { c: { wait: PT1S } } ] }\n')).toBe(`
flowchart TD
  begin(["start"])
  a["a<br>wait 1 second"]
  subgraph b["b<br>do 1 task"]
    c["c<br>wait 1 second"]:::unreachable
  end
  class b unreachable
  begin --> a
  a --> done
  b -.-> done
  done((("end")))
  classDef unreachable opacity:.5,stroke-dasharray:4 3
`);
  });
});
