/** Who may import whom: the table of ARCHITECTURE.md as data, and the ESLint rule that holds it. */
import path from 'node:path';

/**
 * A folder or file of `server/src` (or a whole folder of the client) → what it imports. In the server that brings what those know as well.
 * Whoever is known stands further up.
 */
export const rooms = {
  syntax: [],
  rules: ['syntax'],
  formats: [],
  schema: ['rules', 'formats'],
  encodings: [],
  event: ['schema', 'encodings'],
  time: ['rules', 'formats'],
  cesql: ['rules', 'formats'],
  data: ['schema'],
  apis: ['schema'],
  dialects: [],
  targets: [],
  workflow: ['event', 'time', 'data', 'dialects', 'targets'],
  graph: [],
  'graph/build': ['graph', 'workflow'],
  'graph/draw': ['graph'],
  languages: ['syntax'],
  sniff: ['syntax', 'dialects'],
  schemes: [],
  decode: [],
  protocol: ['rules', 'graph', 'decode', 'targets', 'encodings'],
  recognise: ['workflow', 'languages', 'protocol'],
  doc: ['recognise', 'schemes', 'sniff'],
  config: ['protocol', 'workflow', 'cesql'],
  workspace: ['doc', 'config', 'apis'],
  features: ['workspace', 'graph/build'],
  service: ['features'],
  node: ['workspace'],
  lsp: ['service', 'node'],
  cli: ['service', 'node', 'graph/draw'],
  'client/src': ['protocol', 'languages', 'sniff', 'schemes', 'decode', 'encodings'],
  'client/preview': ['protocol', 'graph/draw'],
};

const root = path.resolve(import.meta.dirname, '..');
const isClient = (room) => room.startsWith('client/');
const pathOf = (room) => (isClient(room) ? room : `server/src/${room}`);
const innermostFirst = Object.keys(rooms).sort((a, b) => b.length - a.length);

/** The room of a file, by its path from the root of the project; undefined for what stands in none. */
const roomOf = (file) => innermostFirst.find((room) => file === `${pathOf(room)}.ts` || file.startsWith(`${pathOf(room)}/`));

/** All that a room may import. */
const known = (room) => new Set(rooms[room].flatMap((name) => [name, ...(isClient(room) ? [] : known(name))]));

export const onlyKnownRooms = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: '"{{from}}" does not know "{{to}}": see scripts/rooms.mjs.',
      homeless: 'This file stands in no room of scripts/rooms.mjs.',
    },
  },
  create({ filename, report }) {
    const file = path.relative(root, filename).replaceAll('\\', '/');
    const from = roomOf(file);
    if (!from) return { Program: (node) => report({ node, messageId: 'homeless' }) };
    const allowed = known(from);
    const check = ({ source }) => {
      if (!source?.value?.startsWith('.')) return;
      const to = roomOf(path.posix.join(path.posix.dirname(file), source.value));
      if (to && to !== from && !allowed.has(to)) report({ node: source, messageId: 'unknown', data: { from, to } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
