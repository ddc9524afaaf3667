import { foldName } from '../rules/nearest.ts';
import type { Plain } from '../syntax/value.ts';

/**
 * Words that people bring along from other languages and tools, and what they are called here: lower case, without signs. `client.id` is
 * "id" inside "client". Of several the first that is legal counts, one that takes the value before others.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  url: ['endpoint', 'uri', 'with.endpoint'],
  uri: ['endpoint', 'with.endpoint'],
  agent: ['agentCard'],
  agentcardurl: ['agentCard'],
  rpc: ['method'],
  lang: ['language'],
  runtime: ['language'],
  user: ['username'],
  pass: ['password'],
  pwd: ['password'],
  errortypes: ['errors'],
  granttype: ['grant'],
  scope: ['scopes'],
  audience: ['audiences'],
  clientid: ['client.id', 'id'],
  clientsecret: ['client.secret', 'secret'],
  bearertoken: ['bearer.token'],
  accesstoken: ['token', 'bearer.token'],
  href: ['endpoint', 'uri', 'with.endpoint'],
  address: ['endpoint', 'uri', 'with.endpoint'],
  path: ['endpoint'],
  verb: ['method', 'with.method'],
  httpmethod: ['method', 'with.method'],
  payload: ['body', 'data', 'with.body'],
  content: ['body', 'data', 'code'],
  json: ['body', 'with.body'],
  params: ['query', 'parameters', 'arguments', 'with.query'],
  parameters: ['query', 'arguments', 'with'],
  queryparams: ['query', 'with.query'],
  queryparameters: ['query', 'with.query'],
  args: ['arguments', 'parameters', 'with'],
  arguments: ['parameters', 'with'],
  env: ['environment'],
  environmentvariables: ['environment'],
  cmd: ['command'],
  script: ['code'],
  auth: ['authentication'],
  credentials: ['authentication'],
  next: ['then'],
  transition: ['then'],
  goto: ['then'],
  nextstate: ['then'],
  condition: ['if', 'when'],
  when: ['if'],
  if: ['when'],
  tasks: ['do'],
  steps: ['do'],
  states: ['do'],
  actions: ['do'],
  body: ['payload', 'data'],
  foreach: ['for', 'for.in'],
  withitems: ['for.in'],
  loop: ['for'],
  iterate: ['for'],
  parallel: ['fork'],
  sleep: ['wait'],
  delay: ['wait'],
  pause: ['wait'],
  invoke: ['call'],
  functionref: ['call'],
  function: ['call'],
  throw: ['raise'],
  error: ['raise'],
  publish: ['emit'],
  assign: ['set'],
  inject: ['set'],
  variables: ['set'],
  choice: ['switch'],
  conditions: ['switch'],
  onerror: ['catch'],
  onerrors: ['catch'],
  collection: ['in'],
  items: ['in'],
  item: ['each'],
  as: ['each', 'item', 'from'],
  from: ['as'],
  inputpath: ['input.from'],
  outputpath: ['output.as'],
  resultselector: ['output.as'],
  index: ['at'],
  filter: ['with', 'from'],
  id: ['name'],
  name: ['use'],
  description: ['summary'],
  comment: ['summary'],
  uses: ['call'],
  resource: ['call'],
  jobs: ['do'],
  sequence: ['do'],
  choices: ['switch'],
  image: ['run.container.image'],
  container: ['run.container'],
  shell: ['run.shell'],
  every: ['schedule.every'],
  cron: ['schedule.cron'],
  cronexpression: ['cron'],
  interval: ['every'],
  maxattempts: ['count', 'limit.attempt.count'],
  maxretries: ['count', 'limit.attempt.count'],
  attempts: ['count', 'limit.attempt.count'],
  retries: ['retry', 'limit.attempt.count'],
  maxduration: ['limit.duration'],
  retrypolicy: ['retry'],
  basicauth: ['basic'],
  img: ['image'],
  imagepullpolicy: ['pullPolicy'],
  queries: ['query'],
  labels: ['tags'],
  annotations: ['metadata'],
  first: ['any'],
  src: ['source', 'code'],
  server: ['transport.http.endpoint'],
  initialinterval: ['delay'],
  maximumattempts: ['count', 'limit.attempt.count'],
  maximuminterval: ['limit.attempt.duration'],
  exclusivegateway: ['switch'],
  dataconditions: ['switch'],
  parallelgateway: ['fork'],
  timer: ['wait'],
  servicetask: ['call'],
  operation: ['call'],
  subflowref: ['run.workflow'],
  inputcollection: ['in', 'for.in'],
  iterationparam: ['each', 'for.each'],
  itemspath: ['in', 'for.in'],
  sec: ['seconds'],
  min: ['minutes'],
  ms: ['milliseconds'],
  starttoclose: ['after'],
  duration: ['after', 'wait', 'limit.duration'],
  event: ['to.one.with.type', 'to.one.with', 'one.with.type', 'one.with', 'with.type', 'with'],
  events: ['to.any', 'any', 'on.any'],
  handler: ['do'],
  case: ['when'],
  expression: ['when'],
  cases: ['switch'],
  execute: ['run'],
  exec: ['run', 'command'],
  request: ['with'],
  inputs: ['with', 'input'],
  subflow: ['run.workflow'],
  subworkflow: ['run.workflow'],
  code: ['status'],
  statuscode: ['status'],
  message: ['detail', 'title', 'one.with.type', 'to.one.with.type'],
  details: ['detail'],
};

/** Words for a way to call a service, by which other languages have kinds of tasks: lower case, without signs. */
const calls: Readonly<Record<string, string>> = {
  request: 'http',
  httprequest: 'http',
  httpcall: 'http',
  httptask: 'http',
  rest: 'http',
  restcall: 'http',
  webhook: 'http',
  grpccall: 'grpc',
  openapicall: 'openapi',
};

/** The kind of call that a word stands for in another language; the word in lower case where it is none of these. */
export function callMeant(name: string): string {
  const word = foldName(name);
  return Object.hasOwn(calls, word) ? calls[word]! : name.toLowerCase();
}

/** What a word of another language is called here, as ways of keys from the mapping it stands in; none for a word that is not known. */
export const translations = (name: string): readonly (readonly string[])[] => {
  const word = foldName(name);
  return Object.hasOwn(table, word) ? table[word]!.map((way) => way.split('.')) : [];
};

/** A pair that is said with another value here, too. */
interface Rewriting {
  /** Where the value stands, as ways of keys: the first that is legal counts. */
  readonly ways: readonly string[];
  /** The value, as it is written here; undefined where this one means nothing. */
  readonly value: (written: Plain) => Plain | undefined;
}

const seconds = (written: Plain): Plain | undefined => (typeof written === 'number' ? `PT${written}S` : undefined);

const growing = { ways: ['backoff.exponential', 'exponential'], value: (): Plain => ({}) };

const rewritings: Readonly<Record<string, Rewriting>> = {
  end: { ways: ['then'], value: (written) => (written === true ? 'end' : undefined) },
  timeoutseconds: { ways: ['timeout.after'], value: seconds },
  timeoutminutes: { ways: ['timeout.after'], value: (written) => (typeof written === 'number' ? `PT${written}M` : undefined) },
  weeks: { ways: ['days'], value: (written) => (typeof written === 'number' ? written * 7 : undefined) },
  functionref: {
    ways: ['call'],
    value: (written) => {
      const name = typeof written === 'object' && written && !Array.isArray(written) ? written.refName : undefined;
      return typeof name === 'string' ? name : undefined;
    },
  },
  intervalseconds: { ways: ['delay'], value: seconds },
  backoffrate: growing,
  backoffcoefficient: growing,
  backoffmultiplier: growing,
  multiplier: growing,
  factor: growing,
};

/** How a pair of another language may be written here, with its value; none where no other value is needed. */
export function rewrite(name: string, written: Plain): readonly { readonly way: readonly string[]; readonly value: Plain }[] {
  const word = foldName(name);
  const found = Object.hasOwn(rewritings, word) ? rewritings[word] : undefined;
  const value = found?.value(written);
  return found && value !== undefined ? found.ways.map((way) => ({ way: way.split('.'), value })) : [];
}

const inOrder = 'Tasks run in the order of their list. Some at the same time stand in a "fork"; "then" leads elsewhere.';
const retried = 'A task is tried again by a "try" around it: write "retry" into its "catch".';
const caught = 'Errors are caught by a "try" around the task, with a "catch" beside it.';

const noLog = 'No task writes a log. Call a function that does, or emit an event.';
const requested = 'A request is a "call" of "http", with "method" and "endpoint" inside "with".';

/** What to do about a word that stands for nothing here, by what the mapping is (`title` of its schema). */
const advice: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case: {
    do: 'A case only says where to go. Name a task of this list after "then".',
    steps: 'A case only says where to go. Name a task of this list after "then".',
    next: 'A case says where to go after "then".',
  },
  task: {
    needs: inOrder,
    dependencies: inOrder,
    dependson: inOrder,
    runafter: inOrder,
    continueonerror: caught,
    onerror: caught,
    ignoreerrors: caught,
    env: 'Environment variables are given to a shell, a script or a container: write "environment" there.',
    type: 'What a task does is said by a key, such as "call", "set" or "run".',
    usertask: 'No task waits for a person. Wait for the event of what a person did, with "listen".',
    log: noLog,
    print: noLog,
    echo: noLog,
    ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'fetch', 'curl', 'axios'].map((word) => [word, requested])),
    else: 'A task has no "else". Where it goes on is decided by a "switch" before it.',
    retry: retried,
    retries: retried,
    retrypolicy: retried,
    actiondatafilter: 'What a task hands on is shaped under "output", by "as".',
    statedatafilter: 'What a task is given is shaped under "input", by "from"; what it hands on under "output", by "as".',
    resultpath: 'What a task hands on is shaped under "output", by "as"; what is kept for later under "export".',
  },
  authentication: {
    apikey: 'An API key is no scheme here. Send it as a header of the request.',
  },
  document: {
    author: 'What else there is to say about a workflow stands under "metadata".',
  },
  'set of reusable parts': {
    events: 'Events are not declared. Their attributes stand under "with", where they are emitted or waited for.',
  },
  workflow: {
    apiversion: 'Which language this is, is said by "dsl" under "document".',
    kind: 'Which language this is, is said by "dsl" under "document".',
    on: 'What starts a workflow by itself stands under "schedule".',
    states: 'The tasks of a workflow stand under "do".',
    startat: 'A workflow starts with the first task of "do".',
    start: 'A workflow starts with the first task of "do".',
  },
  'OAuth 2.0 authentication': {
    tokenurl: 'Write the server after "authority", and the path after "token" inside "endpoints".',
    tokenendpoint: 'Write the server after "authority", and the path after "token" inside "endpoints".',
  },
};

/** What to do instead of writing this key into a mapping with this title, as a sentence; undefined where there is nothing to say. */
export function advise(name: string, title: string | undefined): string | undefined {
  const rows = title !== undefined && Object.hasOwn(advice, title) ? advice[title]! : {};
  const word = foldName(name);
  return Object.hasOwn(rows, word) ? rows[word] : undefined;
}
