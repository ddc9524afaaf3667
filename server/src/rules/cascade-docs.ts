/** What the rows of the table of cascades are for. Tests run the examples: without its row, each says more than what is marked. */
import { cascadesOfText } from './cascade-docs-text.ts';
import { head, type CascadeDocs } from './cascade-example.ts';
import type { CascadeName } from './cascades.ts';

const event = '"specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed"';

export const cascadeDocs: Readonly<Record<CascadeName, CascadeDocs>> = {
  ...cascadesOfText,
  'brackets that do not fit': {
    why: 'While one bracket of a JSON text does not fit, what the others hold is guesswork: the first is said, then what is left.',
    languageId: 'workflow-json',
    example: `{
  "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" },
  "do": [
    { "pay": { "set": { "x": 1 }, "then": "ship" } },
    { "wait": «[» "set": { "x": 1 } },
    [ "ship": { "set": { "x": 1 } } }
  ]
}
`,
  },
  'words of another runtime': {
    why: 'What a runtime has added is right there; that the file is written for it is said once.',
    example: `document: { dsl: 1.0.0, «taskQueue»: shop, workflowType: order, version: 1.0.0 }
do:
  - pay: { call: activity, with: { name: pay } }
`,
  },
  'told of the runtime': {
    why: 'What a runtime makes of it weighs more than what it could be on any.',
    example: `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: go-sdk } } }
do:
  - «check»: { switch: [ { paid: { when: '\${ .paid }', then: ship } } ] }
  - ship: { set: { shipped: true } }
`,
  },
  'lost definitions': {
    why: 'Where a group of definitions cannot be read, its names are not missing. Those of other groups are.',
    example: `${head}use:
  «functoins»: { pay: { set: { paid: true } } }
  retries: { often: { delay: PT1S } }
do:
  - a: { call: pay }
  - b: { try: [ { c: { set: { x: 1 } } } ], catch: { retry: «oftn» } }
`,
  },
  'lost tasks': {
    why: 'A "then" may lead to the task whose name was lost.',
    example: `${head}do:
  - pay: { set: { paid: true }, then: ship }
  - «call»: http
    with: { method: get, endpoint: https://example.com }
`,
  },
  'names behind "*"': {
    why: 'What has no name because its "*" leads nowhere may be what is led to.',
    example: `id: order
specVersion: '0.8'
start: Pay
states:
  - name: «*pay»
    type: inject
    data: { x: 1 }
    end: true
`,
  },
  'names of lines that changed places': {
    why: 'What is looked for by a name on one of two lines the wrong way round is there once they are swapped.',
    example: `${head}use:
  authentications:
    known:
      bearer: { token: abc }
    «gone»:
  errors:
      type: https://example.com/gone
      status: 410
do:
  - pay: { raise: { error: gone } }
`,
  },
  'names that cannot be read': {
    why: 'What is led to may be what has no name because its words cannot be read.',
    example: `id: order
specVersion: '0.8'
start: Pay
states:
  - name: "Pa«\\y»"
    type: inject
    data: { x: 1 }
    end: true
`,
  },
  'several names in one entry': {
    why: 'Keys that stand beside the name of a task are read as names, too, and are no second task of that name.',
    example: `${head}do:
  - a:
      set: { x: 1 }
    «colour»: red
    size: 1
  - b:
      set: { x: 1 }
    «shape»: round
    size: 1
`,
  },
  'doubtful flow': {
    why: 'Which tasks are reached can be told only as far as every task of the list can be read.',
    example: `${head}do:
  - pay: { «swich»: [ { yes: { when: .paid, then: end } } ], then: exit }
  - ship: { set: { shipped: true } }
`,
  },
  'flow out of place': {
    why: 'A line in another column than its neighbours may say where a task leads.',
    example: `${head}do:
  - red:
      wait:
        seconds: 30
       «then»: green
  - yellow: { wait: PT1S, then: red }
  - green: { wait: PT1S }
`,
  },
  'two kinds of task': {
    why: 'Where a task leads is not known while it does two things.',
    example: `${head}do:
  - pay: { set: { paid: true }, then: end, «wait»: PT1S }
  - ship: { set: { shipped: true } }
`,
  },
  'unread references': {
    why: 'While something of the text cannot be read, nobody knows what it uses.',
    example: `${head}use: { retries: { often: { delay: PT1S } } }
do:
  - pay: { try: [ { bill: { set: { paid: true } } } ], catch: { «retyr»: often } }
`,
  },
  'never called': {
    why: 'A function that cannot be called by its name is not used either.',
    example: `${head}use: { functions: { «http»: { set: { x: 1 } } } }
do:
  - pay: { call: http, with: { method: get, endpoint: https://shop.example } }
`,
  },
  'caught nowhere': {
    why: 'What no runtime raises is not raised by some of them either.',
    example: `${head}do:
  - pay:
      try: [ { bill: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/communication» } } }
`,
  },
  'caught in vain': {
    why: 'A catch for what nothing raises stands around an error that nothing catches: one of them is misspelt.',
    example: `${head}do:
  - pay:
      try: [ { bill: { raise: { error: { type: https://shop.example/late, status: 500 } } } } ]
      catch: { errors: { with: { type: «https://shop.example/lat» } } }
`,
  },
  'misspelt type of an error': {
    why: 'That nothing raises or catches a misspelt type follows from its spelling.',
    example: `${head}do:
  - pay: { try: [ { bill: { set: { x: 1 } } } ], catch: { errors: { with: { type: «communication» } } } }
`,
  },
  'misspelt attribute': {
    why: 'An attribute that is there under a misspelt name is not missing.',
    example: `${head}do:
  - tell: { emit: { event: { with: { source: https://shop.example, «typ»: com.shop.paid } } } }
`,
  },
  'key in a mapping beside its own': {
    why: 'What one mapping lacks is what the next one should not have: it stands there by mistake.',
    example: `document: { dsl: '1.0.3', namespace: shop, name: order }
use:
  «version»: '1.0.0'
  secrets: [ token ]
do:
  - pay: { set: { paid: '\${ $secrets.token }' } }
`,
  },
  'name written twice': {
    why: 'Of a line that was copied, the first copy does nothing: that is a consequence.',
    example: `${head}do:
  - pay:
  - «pay»: { set: { paid: true } }
`,
  },
  'data written twice': {
    why: 'While it is open which of two members holds the data of an event, nothing can be said about its form.',
    languageId: 'cloudevent',
    example: `{ ${event}, "datacontenttype": "image/png", "data": "x", «"data_base64"»: "?" }`,
  },
  'version of a batch': {
    why: 'An event with another version than its batch has one mistake, not two.',
    languageId: 'cloudevent',
    example: `[{ ${event} }, { ${event.replace('"1.0"', '«"0.3"»').replace('"1"', '"2"')} }]`,
  },
  'said twice': {
    why: 'What stands behind an alias is looked at for each use, but is one mistake.',
    example: `${head}do:
  - a: { do: &tasks [ { b: { set: { x: 1 }, then: «zz» } } ] }
  - c: { do: *tasks }
`,
  },
  'attributes of events': {
    why: 'What an attribute of an event looks like, the rules of events say better than the schema.',
    example: `${head}do:
  - tell: { emit: { event: { with: { source: /shop, type: com.shop.paid, time: «'2026-11-23t15:00:00z'» } } } }
`,
  },
  'form before meaning': {
    why: 'What a text of the wrong form means is not to be asked.',
    example: `${head}do:
  - a: { try: [ { b: { wait: PT1S } } ], catch: { retry: { delay: «seconds 3» } } }
`,
  },
};
