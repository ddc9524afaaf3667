/** All servers through the same session, step by step in turn. */
import { Session } from './session.mjs';

const median = (values) => percentile(values, 50);
function percentile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted.length === 0 ? undefined : sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))];
}
const mean = (values) =>
  values.length === 0 || values.includes(undefined) ? undefined : values.reduce((sum, each) => sum + each, 0) / values.length;

/** Where to type (inside a text value) and where to ask (at the end of the key of the task's flow), in the middle of the text. */
function places(text) {
  const lines = text.split('\n');
  const from = Math.floor(lines.length / 2);
  const find = (pattern, into) => {
    const line = lines.findIndex((words, index) => index >= from && pattern.test(words));
    const found = line >= 0 ? line : lines.findLastIndex((words) => pattern.test(words));
    return { line: found, character: lines[found].search(pattern) + into };
  };
  return { typeAt: find(/(?<=note(: '|": "))order/, 2), askAt: find(/"?then"?: "?continue/, text.startsWith('{') ? 5 : 4) };
}

const results = (completion) => (Array.isArray(completion) ? completion : (completion?.items ?? [])).length;

/** Cold start to first diagnostics, `rounds` times in turn. */
export async function coldStart(servers, text, rounds) {
  const times = new Map(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const session = new Session(server, 'cold.sw.yaml');
      times.get(server.name).push(await session.open(text));
      await session.stop();
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** A letter, and away with it. */
const letter = (round) => (round % 2 === 0 ? 'x' : '');

/** A slow server is measured in every fifth round, or nobody would wait for the end. */
const takesPart = ({ server }, round) => !server.slow || round % 10 < 2;

/** Edits, completions and hovers of one text in the file `name`. */
export async function editorLoop(servers, name, text, { warmUp, rounds }) {
  const { typeAt, askAt } = places(text);
  const sessions = servers.map((server) => new Session(server, name));
  const measured = new Map(servers.map(({ name }) => [name, { cpu: [], wall: [], completion: [], hover: [] }]));
  for (const session of sessions) await session.open(text);
  for (let round = 0; round < warmUp + rounds; round++)
    for (const session of sessions.filter((each) => takesPart(each, round))) {
      const { cpu, wall } = await session.edit(typeAt, letter(round));
      if (round < warmUp) continue;
      measured.get(session.server.name).cpu.push(cpu);
      measured.get(session.server.name).wall.push(wall);
    }
  for (const method of ['completion', 'hover'])
    for (let round = 0; round < warmUp + rounds; round++)
      for (const session of sessions.filter((each) => takesPart(each, round))) {
        const { wall, result } = await session.askAfterEdit(`textDocument/${method}`, askAt, typeAt, letter(round));
        const own = measured.get(session.server.name);
        if (round >= warmUp) own[method].push(wall);
        if (method === 'completion') own.items = results(result);
        else own.hovered = Boolean(result?.contents);
      }
  const summary = new Map();
  for (const session of sessions) {
    const { cpu, wall, completion, hover, items, hovered } = measured.get(session.server.name);
    summary.set(session.server.name, {
      cpu: mean(cpu),
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

/** Somebody who types fast: `edits` edits, one every `pause` milliseconds, each with a completion. How long the lists took. */
export async function typing(servers, name, text, { edits, pause }) {
  const { typeAt, askAt } = places(text);
  const summary = new Map();
  for (const server of servers) {
    const session = new Session(server, name);
    await session.open(text);
    const walls = [];
    for (let round = 0; round < edits; round++) {
      const started = performance.now();
      const { wall } = await session.askAfterEdit('textDocument/completion', askAt, typeAt, letter(round), { settle: false });
      walls.push(wall);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, pause - (performance.now() - started))));
    }
    summary.set(server.name, { p50: median(walls), p95: percentile(walls, 95), p99: percentile(walls, 99), peak: session.peak() });
    await session.stop();
  }
  return summary;
}
