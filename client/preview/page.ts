/** The preview page: receives graphs, draws them, tells the extension what was clicked. The text stays the only truth. */
import { layout as layoutOf } from '../../server/src/graph/draw/layout.ts';
import type { Box, Layout } from '../../server/src/graph/draw/layout.ts';
import { problemWords } from '../../server/src/graph/draw/shapes.ts';
import { renderSvg } from '../../server/src/graph/draw/svg.ts';
import type { Graph, GraphResult, LspRange, ToPage } from '../../server/src/protocol.ts';
import { html, svg } from './dom.ts';
import { createFind } from './find.ts';
import { changes, createNotice, createToolbar, createVoice } from './chrome.ts';
import { connect } from './host.ts';
import { listenTo } from './interact.ts';
import { legendOf } from './legend.ts';
import { createMinimap } from './minimap.ts';
import { createScene } from './scene.ts';
import { createSelection } from './selection.ts';
import { createViewport } from './view.ts';
import { boxAt, firstOf, walk } from './walk.ts';

const host = connect();
const selection = createSelection(() => scene);
const scene = createScene(selection);
const root = svg('svg', { class: 'graph', role: 'tree' });
root.append(scene.world);
const viewport = createViewport(root, scene.world, viewChanged);

let uri = host.kept.uri;
let graph: Graph | undefined;
let placed: Layout | undefined;
let broken: GraphResult['broken'];
let locked = host.kept.locked === true;
let legend = host.kept.legend === true;
let collapsed = new Set(host.kept.collapsed);
/** The last place of the cursor, while the selection follows it. */
let cursor: { readonly line: number; readonly character: number } | undefined;
/** The last key that looks for problems came to the start. */
let onStart = false;

const toolbar = createToolbar({
  zoomIn: () => viewport.zoomAt(1.2),
  zoomOut: () => viewport.zoomAt(1 / 1.2),
  fit,
  find: toggleFind,
  legend: toggleLegend,
  exportSvg,
  lock: () => {
    setLocked(!locked);
    host.post({ type: 'lock', locked });
  },
});
const notice = createNotice(() => broken && reveal(broken.range, true));
const voice = createVoice();
const minimap = createMinimap((x, y) => {
  const { view, size } = viewport;
  viewport.set({ ...view, x: size.w / 2 - x * view.zoom, y: size.h / 2 - y * view.zoom });
});
const find = createFind({
  layout: () => placed,
  found: (ids) => selection.mark(ids),
  go: (box) => {
    selection.select(box.id);
    viewport.show(box);
    if (box.at) reveal(box.at, false);
  },
  closed: () => {
    toolbar.press('find', false);
    root.focus();
  },
});
const empty = html('p', { class: 'empty waiting' }, 'Reading the workflow…');
let legendElement: HTMLElement | undefined;

function viewChanged(): void {
  scene.look(viewport.seen);
  toolbar?.zoom(viewport.view.zoom);
  minimap?.move(viewport);
  keep();
}

function keep(): void {
  host.keep(() => ({
    ...(uri !== undefined && { uri }),
    locked,
    legend,
    view: viewport.view,
    collapsed: [...collapsed],
    ...(selection.id !== undefined && { selected: selection.id }),
  }));
}

function reveal(range: LspRange, focus: boolean): void {
  host.post({ type: 'reveal', range, focus });
}

// ── Graphs ─────────────────────────────────────────────────────────────────────────────────────────

function receiveGraph(next: string, result: GraphResult): void {
  const other = next !== uri;
  if (other) {
    collapsed = new Set();
    graph = undefined;
    placed = undefined;
    selection.select(undefined);
    find.close();
  }
  uri = next;
  broken = result.broken;
  if (result.graph) {
    notice.show(undefined, setStale);
    const fresh = !placed;
    graph = result.graph;
    redraw();
    if (fresh && placed) begin(placed, other);
  } else if (broken && placed) notice.show({ message: broken.message, line: broken.range.start.line }, setStale);
  else {
    graph = undefined;
    placed = undefined;
    notice.show(undefined, setStale);
  }
  const words = emptyWords();
  empty.textContent = words;
  empty.classList.remove('waiting');
  empty.hidden = words === '';
  root.classList.toggle('nothing', !placed);
  toolbar.element.hidden = !placed;
  if (!placed) minimap.element.hidden = true;
  keep();
}

function emptyWords(): string {
  if (graph?.main.nodes.length === 0) return 'No tasks yet. The first one under "do" appears here.';
  if (placed) return '';
  return broken ? `Line ${broken.range.start.line + 1} cannot be read: ${broken.message}` : 'There is no workflow in this file.';
}

/** The first look at a workflow: where it was left, or all of it. */
function begin(layout: Layout, other: boolean): void {
  const { view, selected } = host.kept;
  if (!other && view && [view.x, view.y, view.zoom].every(Number.isFinite)) {
    viewport.set(view);
    if (selected !== undefined && layout.boxes.some(({ id }) => id === selected)) selection.select(selected);
  } else viewport.open(layout.bounds);
}

/** Draws the graph anew without moving what is looked at. */
function redraw(): void {
  if (!graph) return;
  const before = placed;
  const next = layoutOf(graph, { collapsed });
  const by = before ? movedUnderEye(before, next) : { x: 0, y: 0 };
  placed = next;
  selection.read(next);
  scene.draw(next, by);
  if (by.x !== 0 || by.y !== 0) viewport.pan(-by.x * viewport.view.zoom, -by.y * viewport.view.zoom);
  if (cursor) followCursor(false);
  const { problem } = graph.start;
  root.setAttribute('aria-label', [`Workflow ${graph.title || graph.name}`, problem && problemWords(problem)].filter(Boolean).join(', '));
  minimap.draw(next, selection.id);
  minimap.move(viewport);
  find.refresh();
  showLegend();
  if (before) {
    const named = (layout: Layout) => new Map(layout.boxes.filter(({ type }) => type !== 'panel').map(({ id, name }) => [id, name]));
    const said = changes(named(before), named(next));
    if (said) voice.say(said);
  }
}

/** How far the node under the eye has moved: the selected one if it is seen, else the one nearest to the middle. */
function movedUnderEye(before: Layout, next: Layout): { x: number; y: number } {
  const { w, h } = viewport.size;
  const there = new Map(next.boxes.map((box) => [box.id, box]));
  let best: Box | undefined;
  let least = Infinity;
  for (const box of before.boxes) {
    if (!there.has(box.id)) continue;
    const at = viewport.onPage(box);
    if (at.x > w || at.y > h || at.x + at.w < 0 || at.y + at.h < 0) continue;
    const distance = box.id === selection.id ? -1 : Math.hypot(at.x + box.port * viewport.view.zoom - w / 2, at.y - h / 2);
    if (distance < least) {
      least = distance;
      best = box;
    }
  }
  const now = best && there.get(best.id);
  if (!best || !now) return { x: 0, y: 0 };
  return { x: now.x + now.port - (best.x + best.port), y: now.y - best.y };
}

function setStale(on: boolean): void {
  document.body.classList.toggle('stale', on);
}

// ── Text and picture ───────────────────────────────────────────────────────────────────────────────

function followCursor(move: boolean): void {
  if (!placed || !cursor) return;
  const box = boxAt(placed.boxes, cursor.line, cursor.character);
  if (box?.id === selection.id) return;
  selection.select(box?.id);
  minimap.draw(placed, selection.id);
  if (box && move) viewport.show(box);
  keep();
}

const boxOf = (id: string | undefined): Box | undefined => placed?.boxes.find((box) => box.id === id);

function choose(box: Box, focus: boolean): void {
  cursor = undefined;
  onStart = false;
  selection.select(box.id);
  if (placed) minimap.draw(placed, box.id);
  if (box.at) reveal(box.at, focus);
  keep();
}

function toggle(box: Box): void {
  if (!box.folds) return;
  if (!collapsed.delete(box.id)) collapsed.add(box.id);
  selection.select(box.id);
  redraw();
  selection.focus(box.id);
  const { more } = boxOf(box.id) ?? {};
  voice.say(more ? `${box.name} closed, ${more} ${more === 1 ? 'task' : 'tasks'} hidden.` : `${box.name} opened.`);
  keep();
}

/** Selects by keyboard: the text follows, the focus stays here. */
function go(box: Box | undefined): void {
  if (!box) return;
  choose(box, false);
  selection.focus(box.id);
  viewport.show(box);
}

const focused = (): Box | undefined => boxOf(document.activeElement?.getAttribute('data-key') ?? undefined) ?? boxOf(selection.id);

listenTo(root, viewport, {
  pick(key, part) {
    const box = boxOf(key);
    if (!box) return pickOther(key, part);
    selection.focus(box.id);
    if (part === 'fold') return toggle(box);
    if (part === 'badge' && box.problem) {
      selection.select(box.id);
      return reveal(box.problem.range, true);
    }
    choose(box, false);
  },
  open(key) {
    const box = boxOf(key);
    if (box?.at) reveal(box.at, true);
  },
  clear() {
    find.close();
    clearSelection();
  },
  arrow(key) {
    if (placed) go(boxOf(walk(placed, focused()?.id, key)));
  },
  enter() {
    const box = focused();
    if (box?.at) reveal(box.at, true);
  },
  fold() {
    const box = focused();
    if (box) toggle(box);
  },
  fit,
  find: toggleFind,
  first: () => placed && go(firstOf(placed.boxes)),
  last: () => placed && go([...placed.boxes].sort((a, b) => b.y + b.h - (a.y + a.h) || a.depth - b.depth)[0]),
  nextProblem(back) {
    const sick = (placed?.boxes ?? []).filter(({ problem, type }) => problem && type === 'node').sort((a, b) => a.y - b.y || a.x - b.x);
    const stops = [...(graph?.start.problem ? (['start'] as const) : []), ...sick];
    const at = stops.findIndex((stop) => (stop === 'start' ? onStart : stop.id === selection.id));
    const next = stops[at < 0 && back ? stops.length - 1 : (at + (back ? -1 : 1) + stops.length) % stops.length];
    if (next === 'start') goToStart();
    else go(next);
  },
});

/** What is wrong with the document stands at the start, which is no box: nothing is selected there. */
function goToStart(): void {
  const problem = graph?.start.problem;
  if (!placed || !problem) return;
  clearSelection();
  onStart = true;
  viewport.show({ ...placed.bounds, h: 0 });
  voice.say(`The workflow: ${problem.message}`);
  reveal(problem.range, false);
}

function clearSelection(): void {
  cursor = undefined;
  onStart = false;
  selection.select(undefined);
  if (placed) minimap.draw(placed, undefined);
  keep();
}

/** Pills and marks lead to where they are written, their signs to what is wrong. */
function pickOther(key: string, part: 'node' | 'badge' | 'fold'): void {
  const id = key.slice(key.indexOf(':') + 1);
  const thing = placed?.pills.find((pill) => pill.id === id) ?? placed?.marks.find((mark) => mark.id === id);
  if (part === 'badge' && thing?.problem) reveal(thing.problem.range, true);
  else if (thing?.at) reveal(thing.at, false);
}

// ── Furniture ──────────────────────────────────────────────────────────────────────────────────────

function fit(): void {
  if (placed) viewport.fit(placed.bounds);
}

function toggleFind(): void {
  if (!placed) return;
  const closed = find.element.hidden === true;
  toolbar.press('find', closed);
  if (closed) find.open();
  else find.close();
}

function toggleLegend(): void {
  legend = !legend;
  showLegend();
  keep();
}

function showLegend(): void {
  toolbar.press('legend', legend);
  legendElement?.remove();
  legendElement = legend && placed ? legendOf(placed) : undefined;
  if (legendElement) document.body.append(legendElement);
}

function setLocked(value: boolean): void {
  locked = value;
  toolbar.press('lock', locked);
  keep();
}

function exportSvg(): void {
  if (!graph) return;
  const is = (name: string) => document.body.classList.contains(name);
  const dark = is('vscode-dark') || (is('vscode-high-contrast') && !is('vscode-high-contrast-light'));
  host.post({ type: 'exported', format: 'svg', text: renderSvg(graph, { collapsed, theme: dark ? 'dark' : 'light' }) });
}

const receive: { [K in ToPage['type']]: (message: Extract<ToPage, { type: K }>) => void } = {
  graph: ({ uri: next, result }) => receiveGraph(next, result),
  cursor({ line, character }) {
    cursor = { line, character };
    followCursor(true);
  },
  locked: (message) => setLocked(message.locked),
  export: exportSvg,
};

(document.getElementById('root') ?? document.body).append(
  root,
  empty,
  toolbar.element,
  find.element,
  notice.element,
  minimap.element,
  voice.element,
);
toolbar.element.hidden = true;
setLocked(locked);
new ResizeObserver(() => {
  scene.look(viewport.seen);
  minimap.move(viewport);
}).observe(root);
host.listen((message) => (receive[message.type] as ((message: ToPage) => void) | undefined)?.(message));
host.post({ type: 'ready' });
