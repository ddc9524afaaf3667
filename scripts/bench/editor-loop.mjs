/** Both servers through the same session, step by step in turn. */
import { Session } from './session.mjs';

const median = (values) => percentile(values, 50);
function percentile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted.length === 0 ? undefined : sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))];
}

/** Where to type (inside a text value) and where to ask (the key of the task's flow), in the middle of the text. */
function places(text) {
  const lines = text.split('\n');
  const from = Math.floor(lines.length / 2);
  const find = (pattern) => {
    const line = lines.findIndex((words, index) => index >= from && pattern.test(words));
    const found = line >= 0 ? line : lines.findLastIndex((words) => pattern.test(words));
    return { line: found, character: lines[found].search(/\S/) };
  };
  const note = find(/^ +note: '/);
  return { typeAt: { ...note, character: note.character + "note: 'or".length }, askAt: find(/^ +then: continue/) };
}

const results = (completion) => (Array.isArray(completion) ? completion : (completion?.items ?? [])).length;

/** Cold start to first diagnostics, `rounds` times in turn. */
export async function coldStart(servers, text, rounds) {
  const times = new Map(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const session = new Session(server, 'cold');
      times.get(server.name).push(await session.open(text));
      await session.stop();
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** Edits, completions and hovers of one text. */
export async function editorLoop(servers, text, { warmUp, rounds }) {
  const { typeAt, askAt } = places(text);
  const sessions = servers.map((server) => new Session(server, 'loop'));
  const measured = new Map(servers.map(({ name }) => [name, { cpu: [], wall: [], completion: [], hover: [] }]));
  for (const session of sessions) await session.open(text);
  const letter = (round) => (round % 2 === 0 ? 'x' : '');
  for (let round = 0; round < warmUp + rounds; round++)
    for (const session of sessions) {
      const { cpu, wall } = await session.edit(typeAt, letter(round));
      if (round < warmUp) continue;
      measured.get(session.server.name).cpu.push(cpu);
      measured.get(session.server.name).wall.push(wall);
    }
  for (let round = 0; round < (warmUp + rounds) * 2; round++) {
    const method = round < warmUp + rounds ? 'completion' : 'hover';
    for (const session of sessions) {
      const { wall, result } = await session.askAfterEdit(`textDocument/${method}`, askAt, typeAt, letter(round));
      const own = measured.get(session.server.name);
      if (round % (warmUp + rounds) >= warmUp) own[method].push(wall);
      if (method === 'completion') own.items = results(result);
      else own.hovered = Boolean(result?.contents);
    }
  }
  const summary = new Map();
  for (const session of sessions) {
    const { cpu, wall, completion, hover, items, hovered } = measured.get(session.server.name);
    const sum = cpu.includes(undefined) ? undefined : cpu.reduce((total, each) => total + each, 0) / cpu.length;
    summary.set(session.server.name, {
      cpu: sum,
      p50: median(wall),
      p95: percentile(wall, 95),
      completion: median(completion),
      hover: median(hover),
      peak: session.peak(),
      problems: session.first.length,
      items,
      hovered,
    });
    await session.stop();
  }
  return summary;
}
