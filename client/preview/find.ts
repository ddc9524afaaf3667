/** The find bar: marks every task that has the words, walks from one to the next. */
import type { Box, Layout } from '../../server/src/graph/draw/layout.ts';
import { noteWords } from '../../server/src/graph/draw/shapes.ts';
import { button, html, icon } from './dom.ts';

export interface Find {
  readonly element: HTMLElement;
  readonly found: ReadonlySet<string>;
  open(): void;
  close(): void;
  /** Looks again in another layout. */
  refresh(): void;
}

interface Uses {
  layout(): Layout | undefined;
  found(ids: ReadonlySet<string>): void;
  go(box: Box): void;
  closed(): void;
}

export function createFind({ layout, found: mark, go, closed }: Uses): Find {
  const input = html('input', { type: 'text', 'aria-label': 'Find a task', spellcheck: 'false' });
  const count = html('span', { class: 'count', role: 'status' });
  let hits: Box[] = [];
  let at = -1;

  const tell = () => {
    count.textContent = input.value === '' ? '' : hits.length === 0 ? 'No task' : `${at + 1} of ${hits.length}`;
  };
  const look = () => {
    const words = input.value.trim().toLowerCase();
    const all =
      words === ''
        ? []
        : (layout()?.boxes ?? []).filter((box) =>
            [box.name, box.word, box.detail, ...(box.notes ?? []).map(noteWords)].some((text) => text.toLowerCase().includes(words)),
          );
    hits = [...all].sort((a, b) => a.y - b.y || a.x - b.x);
    at = Math.min(at, hits.length - 1);
    mark(new Set(hits.map(({ id }) => id)));
  };
  const step = (by: number) => {
    if (hits.length === 0) return;
    at = (at + by + hits.length) % hits.length;
    go(hits[at]!);
    tell();
  };
  const close = () => {
    if (element.hidden) return;
    element.hidden = true;
    input.value = '';
    hits = [];
    mark(new Set());
    closed();
  };
  const element = html(
    'div',
    { class: 'widget findbar', role: 'search', hidden: '' },
    icon('find'),
    input,
    count,
    button('up', 'Previous (Shift+Enter)', () => step(-1)),
    button('down', 'Next (Enter)', () => step(1)),
    button('close', 'Close (Escape)', close),
  );
  input.addEventListener('input', () => {
    at = -1;
    look();
    if (hits.length > 0) step(1);
    tell();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    element,
    get found() {
      return new Set(hits.map(({ id }) => id));
    },
    open() {
      element.hidden = false;
      input.focus();
      input.select();
    },
    close,
    refresh() {
      if (element.hidden) return;
      look();
      tell();
    },
  };
}
