import type { Plain } from '../syntax/value.ts';

/**
 * Words that people bring along from other languages and tools, and what they are called here: lower case, without signs. `client.id` is
 * "id" inside "client". Of several the first that is legal counts, one that takes the value before others.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  url: ['endpoint', 'uri'],
  uri: ['endpoint'],
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
  clientid: ['client.id'],
  clientsecret: ['client.secret'],
  bearertoken: ['bearer.token'],
  accesstoken: ['token', 'bearer.token'],
  href: ['endpoint', 'uri'],
  address: ['endpoint', 'uri'],
  path: ['endpoint'],
  verb: ['method'],
  httpmethod: ['method'],
  payload: ['body', 'data'],
  content: ['body', 'data', 'code'],
  json: ['body'],
  params: ['query', 'parameters', 'arguments'],
  parameters: ['query', 'arguments', 'with'],
  queryparams: ['query'],
  queryparameters: ['query'],
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
  code: ['status'],
  statuscode: ['status'],
  message: ['detail', 'title'],
  details: ['detail'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[-_\s.]/g, '');

/** What a word of another language is called here, as ways of keys from the mapping it stands in; none for a word that is not known. */
export const translations = (name: string): readonly (readonly string[])[] => {
  const word = plain(name);
  return Object.hasOwn(table, word) ? table[word]!.map((way) => way.split('.')) : [];
};

/** A pair that is said with another value here, too. */
interface Rewriting {
  /** Where the value stands, as a way of keys. */
  readonly way: readonly string[];
  /** The value, as it is written here; undefined where this one means nothing. */
  readonly value: (written: Plain) => Plain | undefined;
}

const seconds = (written: Plain): Plain | undefined => (typeof written === 'number' ? `PT${written}S` : undefined);

const rewritings: Readonly<Record<string, Rewriting>> = {
  end: { way: ['then'], value: (written) => (written === true ? 'end' : undefined) },
  timeoutseconds: { way: ['timeout', 'after'], value: seconds },
  weeks: { way: ['days'], value: (written) => (typeof written === 'number' ? written * 7 : undefined) },
  functionref: {
    way: ['call'],
    value: (written) => {
      const name = typeof written === 'object' && written && !Array.isArray(written) ? written.refName : undefined;
      return typeof name === 'string' ? name : undefined;
    },
  },
  intervalseconds: { way: ['delay'], value: seconds },
};

/** How a pair of another language is written here, with its value; undefined where no other value is needed. */
export function rewrite(name: string, written: Plain): { readonly way: readonly string[]; readonly value: Plain } | undefined {
  const word = plain(name);
  const found = Object.hasOwn(rewritings, word) ? rewritings[word] : undefined;
  const value = found?.value(written);
  return found && value !== undefined ? { way: found.way, value } : undefined;
}

/** What to do about a word that stands for nothing here, by what the mapping is (`title` of its schema). */
const advice: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case: {
    do: 'A case only says where to go. Name a task of this list after "then".',
    steps: 'A case only says where to go. Name a task of this list after "then".',
    next: 'A case says where to go after "then".',
  },
  task: {
    retry: 'A task is tried again by a "try" around it: write "retry" into its "catch".',
    actiondatafilter: 'What a task hands on is shaped under "output", by "as".',
    statedatafilter: 'What a task is given is shaped under "input", by "from"; what it hands on under "output", by "as".',
    resultpath: 'What a task hands on is shaped under "output", by "as"; what is kept for later under "export".',
  },
  authentication: {
    apikey: 'An API key is no scheme here. Send it as a header of the request.',
  },
  workflow: {
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
  const word = plain(name);
  return Object.hasOwn(rows, word) ? rows[word] : undefined;
}
