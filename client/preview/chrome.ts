/** What stands around the drawing: toolbar, notice, words for an empty page, live region. */
import { sign } from '../../server/src/graph/draw/shapes.ts';
import { button, html, make, svg } from './dom.ts';

export interface Actions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  find(): void;
  legend(): void;
  exportSvg(): void;
  lock(): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  zoom(zoom: number): void;
  press(name: 'find' | 'legend' | 'lock', on: boolean): void;
}

export function createToolbar(actions: Actions): Toolbar {
  const percent = html('button', { type: 'button', class: 'zoom', title: 'Fit to the page (0)', 'aria-label': 'Zoom' }, '100%');
  percent.addEventListener('click', actions.fit);
  const rule = () => html('span', { class: 'rule', role: 'presentation' });
  const toggles = {
    find: button('find', 'Find a task (Ctrl+F)', actions.find),
    legend: button('legend', 'Legend', actions.legend),
    lock: button('lock', 'Keep this workflow here', actions.lock),
  };
  const wide = html(
    'span',
    { class: 'wide' },
    rule(),
    toggles.find,
    toggles.legend,
    toggles.lock,
    rule(),
    button('export', 'Export as SVG', actions.exportSvg),
  );
  const element = html(
    'div',
    { class: 'widget toolbar', role: 'toolbar', 'aria-label': 'Preview' },
    button('minus', 'Zoom out (-)', actions.zoomOut),
    percent,
    button('plus', 'Zoom in (+)', actions.zoomIn),
    button('fit', 'Fit to the page (0)', actions.fit),
    wide,
  );
  for (const name of ['find', 'legend', 'lock'] as const) toggles[name].setAttribute('aria-pressed', 'false');
  return {
    element,
    zoom(zoom) {
      const text = `${Math.round(zoom * 100)}%`;
      percent.textContent = text;
      percent.setAttribute('aria-label', `Zoom ${text}, fit to the page`);
    },
    press(name, on) {
      toggles[name].setAttribute('aria-pressed', String(on));
      toggles[name].classList.toggle('on', on);
    },
  };
}

export interface Notice {
  readonly element: HTMLElement;
  /** Says after a moment that the text cannot be read; nothing takes it back. */
  show(broken: { readonly message: string; readonly line: number } | undefined, shown: (on: boolean) => void): void;
}

const patience = 400;

export function createNotice(go: () => void): Notice {
  const badge = svg('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  badge.append(...sign('error').map(make));
  const words = html('span', { class: 'words' });
  const link = html('button', { type: 'button', class: 'link' });
  link.addEventListener('click', go);
  const element = html('div', { class: 'widget notice', role: 'status', hidden: '' }, badge, words, link);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    show(broken, shown) {
      if (!broken) {
        clearTimeout(timer);
        timer = undefined;
        element.hidden = true;
        return shown(false);
      }
      const line = broken.line + 1;
      words.textContent = `Last valid graph. Line ${line} cannot be read: ${lower(broken.message)}`;
      words.title = words.textContent;
      link.textContent = `Go to line ${line}`;
      if (!element.hidden) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        element.hidden = false;
        shown(true);
      }, patience);
    },
  };
}

/** The beginning of a sentence in the middle of another one; names and abbreviations stay as they are. */
const lower = (text: string): string => (/^[A-Z]([a-z]| )/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

/** Says to screen readers what changed. */
export function createVoice(): { readonly element: HTMLElement; say(text: string): void } {
  const element = html('div', { class: 'voice', role: 'status', 'aria-live': 'polite' });
  return {
    element,
    say(text) {
      if (element.textContent !== text) element.textContent = text;
    },
  };
}

/** "Added shipOrder." */
export function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const added = [...after].filter(([id]) => !before.has(id)).map(([, name]) => name);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, name]) => name);
  const list = (names: readonly string[], did: string) =>
    names.length === 0 ? '' : names.length <= 3 ? `${did} ${names.join(', ')}.` : `${did} ${names.length} tasks.`;
  return [list(added, 'Added'), list(gone, 'Removed')].filter(Boolean).join(' ');
}
