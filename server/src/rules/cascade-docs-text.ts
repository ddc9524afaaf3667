/** Cascades that begin with the text itself: lines out of place, signs that do not fit, words that cannot be read. */
import { head, type CascadeDocs } from './cascade-example.ts';

export const cascadesOfText = {
  'below a tab': {
    why: 'A line that is indented with tabs has no place in YAML: where what follows in the same list item belongs is guesswork.',
    example: `${head}do:
  - a:
      call: http
      with:
«\t»method: get
        endpoint: https://example.com
        redirect: true
        body: { x: 1 }
      thn: end
  - b: { «wat»: PT1S }
`,
  },
  'unread words': {
    why: 'What is missing in an entry may stand in those of its words that cannot be read.',
    example: `${head}do:
  - a:
      call: http
      with:
        headers: { accept: text/plain }
        method: get
        «endpoint> https://example.com»
`,
  },
  'words out of place': {
    why: 'What is missing at the end of an entry may stand in the line behind it that is out of place.',
    example: `${head}do:
  - a:
      if: .x
  «set»: { x: 1 }
`,
  },
  'broken lines': {
    why: 'What is said about the lines of a syntax error is said about words that may have been meant otherwise.',
    example: `${head}do:
  - a:
      call: http
      with: «{» method: get, { endpont: https://example.com }
`,
  },
  'misplaced keys': {
    why: 'Keys that are not indented under what they belong to put the lines below them out of place; that they are misplaced says it better.',
    example: `${head}do:
  - a:
    «call»: http
    if: .due
      with:
        method: get
        endpoint: https://example.com
`,
  },
  'key on the line of another': {
    why: 'A value with a colon in it is a key with its value where the key is one that belongs there.',
    example: `${head}do:
  - a:
      wait: «seconds»: 5
`,
  },
  'text below a key without its colon': {
    why: 'What stands in the lines of a text is no YAML, also where the colon before it is missing.',
    example: `${head}do:
  - a:
      run:
        script:
          language: js
          «code |»
            // doubles
            return 2
`,
  },
  'lines that changed places': {
    why: 'Two lines the wrong way round put what stands around them into other places; what is wrong is said once.',
    example: `${head}use:
  errors:
    gone:
      type: https://example.com/gone
      status: 410
    «low»:
  retries:
      delay: { seconds: 3 }
      limit: { attempt: { count: 2 } }
do:
  - pay: { set: { paid: true } }
`,
  },
  'lines above two that changed places': {
    why: 'What seems to be missing above two lines that stand the wrong way round may be the lower one of them.',
    example: `${head}do:
  - pay:
      if: \${ .due }
      - «charge»:
      try:
          set: { paid: true }
      catch: { as: problem }
`,
  },
  'key of the next line': {
    why: 'A key that holds nothing, and near it one that is unknown: lines of the two stand the wrong way round.',
    example: `${head}do:
  - a:
      call: asyncapi
      with:
        document: { endpoint: https://example.com/chat.yaml }
        operation: tell
        server:
        message:
          «name»: staging
          payload: { x: 1 }
`,
  },
  'key of the next entry': {
    why: 'A key that stands twice in one entry may be that of the next, whose line stands below it.',
    example: `${head}do:
  - a:
      set: { x: 1 }
      «set»: { y: 1 }
  - b:
`,
  },
  'kind of the next task': {
    why: 'What a task does a second time may be what the next one does, whose line stands below it.',
    example: `${head}do:
  - a:
      set: { x: 1 }
      «emit»:
  - b:
        event: { with: { type: a.b } }
`,
  },
  'filters above a line that cannot be read': {
    why: 'What one of several filters correlates by may stand on the line that cannot be read.',
    example: `${head}do:
  - wait:
      listen:
        to:
          all:
            - with: { type: a.b }
              correlate: { order: { from: .order } }
            - with:
«\t»type: c.d
              correlate: { order: { from: .order } }
`,
  },
  'filters with a key that cannot be read': {
    why: 'What one of several filters correlates by may stand under a key that is misspelt or missing.',
    example: `${head}do:
  - wait:
      listen:
        to:
          all:
            - with: { type: a.b }
              correlate: { order: { from: .order } }
            - with: { type: c.d }
              «corelate»: { order: { from: .order } }
`,
  },
  'entry out of place': {
    why: 'What an entry may hold hangs on the list that its dash stands in.',
    example: `${head}do:
  - a:
      listen:
        to:
          any:
            - with: { type: a.b }
           «-» with:
               type: c.d
               source: https://example.com
             correlate: {}
             wth: { type: e.f }
`,
  },
  'lines around one out of place': {
    why: 'What is missing or unknown right below a line that is out of place stands there because of it.',
    example: `${head}do:
  - a:
      call: http
  «with»:
        method: get
        endpoint: https://example.com
`,
  },
  'keys that changed places': {
    why: 'Where two lines changed places, what each of them held is out of place as well.',
    example: `${head}do:
  - a:
      «event»:
      emit:
        with: { source: https://example.com, type: a.b }
`,
  },
  'key under another name': {
    why: 'A key that has another name is not missing where it was needed.',
    example: `${head}do:
  - a:
      «kind»: http
      with: { method: get, endpoint: https://example.com }
`,
  },
  'one error a line': {
    why: 'Of several syntax errors on one line of YAML, the first makes the others.',
    example: `${head}do:
  - a:
      set: { x: «[» 1, y: } ]
`,
  },
  'lines out of place': {
    why: 'One line out of place puts those below it out of place, too.',
    example: `${head}do:
  - a:
      call: http
     «with»:
        method: get
       endpoint: https://example.com
`,
  },
} satisfies Readonly<Record<string, CascadeDocs>>;
