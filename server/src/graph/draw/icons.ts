/** The icons of the look (16 grid, stroke 1.5, round, no fill) and the hue each one carries. */
import type { Icon } from '../graph.ts';

export type { Icon };

export type Hue = 'blue' | 'green' | 'purple' | 'yellow' | 'orange' | 'red' | 'none';

interface Glyph {
  readonly hue: Hue;
  readonly path: string;
}

export const icons: Record<Icon, Glyph> = {
  call: { hue: 'blue', path: 'M2.5 8h7.5M7 5l3 3-3 3M13.5 3v10' },
  workflow: { hue: 'blue', path: 'M2.5 2.5h5v4h-5zM8.5 9.5h5v4h-5zM5 6.5v3a2 2 0 0 0 2 2h1.5' },
  shell: { hue: 'blue', path: 'M2.5 3h11v10h-11zM5 6.25 6.75 8 5 9.75M8.75 10h2.5' },
  switch: { hue: 'purple', path: 'M8 2.25 13.75 8 8 13.75 2.25 8z' },
  fork: { hue: 'purple', path: 'M8 2v12M8 4.5c0 3-5 2-5 5.5v4M8 4.5c0 3 5 2 5 5.5v4' },
  race: { hue: 'purple', path: 'M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4' },
  for: {
    hue: 'purple',
    path: 'M2.5 7.5V7A2.5 2.5 0 0 1 5 4.5h8M10.75 2.25 13 4.5l-2.25 2.25M13.5 8.5V9A2.5 2.5 0 0 1 11 11.5H3M5.25 9.25 3 11.5l2.25 2.25',
  },
  do: { hue: 'purple', path: 'M2.75 4h.01M2.75 8h.01M2.75 12h.01M6 4h7.25M6 8h7.25M6 12h7.25' },
  try: { hue: 'purple', path: 'M8 2l5 1.75V8c0 3-2.1 5-5 6-2.9-1-5-3-5-6V3.75z' },
  catch: { hue: 'red', path: 'M2.75 7.5a5.25 5.25 0 0 0 10.5 0M8 2v7M5.5 6.5 8 9l2.5-2.5' },
  raise: { hue: 'red', path: 'M9 1.75 3.5 9H8l-1 5.25L12.5 7H8z' },
  listen: {
    hue: 'orange',
    path: 'M8 7.99h.01M5.5 10.5a3.5 3.5 0 0 1 0-5M10.5 5.5a3.5 3.5 0 0 1 0 5M3.25 12.75a6.7 6.7 0 0 1 0-9.5M12.75 3.25a6.7 6.7 0 0 1 0 9.5',
  },
  emit: { hue: 'orange', path: 'M13.75 2.25 7 9M13.75 2.25 9.5 13.75 7 9 2.25 6.5z' },
  calendar: { hue: 'orange', path: 'M2.5 3.75h11v9.75h-11zM2.5 6.75h11M5.25 2v2.5M10.75 2v2.5' },
  every: { hue: 'orange', path: 'M13.25 8a5.25 5.25 0 1 1-1.6-3.8M13.25 2v3h-3' },
  wait: { hue: 'yellow', path: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M8 5v3l2 1.5' },
  set: {
    hue: 'green',
    path: 'M6.25 2.5C4.5 2.5 4.25 3.25 4.25 4.5v1.25C4.25 7 3.75 8 2.5 8c1.25 0 1.75 1 1.75 2.25v1.25c0 1.25.25 2 2 2M9.75 2.5c1.75 0 2 .75 2 2v1.25C11.75 7 12.25 8 13.5 8c-1.25 0-1.75 1-1.75 2.25v1.25c0 1.25-.25 2-2 2',
  },
  unknown: { hue: 'none', path: 'M5.75 6a2.25 2.25 0 1 1 3.4 1.95C8.4 8.4 8 8.9 8 9.75M8 12.5v.01' },
};

/** Icons of the page's own chrome; drawn in the text colour. */
export const tools = {
  minus: 'M3.5 8h9',
  plus: 'M3.5 8h9M8 3.5v9',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.25 10.25 13.75 13.75',
  legend: 'M3 4h2M3 8h2M3 12h2M7.5 4h5.5M7.5 8h5.5M7.5 12h5.5',
  export: 'M8 10V2.5M5 5.25 8 2.25l3 3M2.75 9.5v4h10.5v-4',
  lock: 'M4 7.5h8v6H4zM5.75 7.5V5.25a2.25 2.25 0 0 1 4.5 0V7.5',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  chevronDown: 'M4.5 6.5 8 10l3.5-3.5',
  chevronRight: 'M6.5 4.5 10 8l-3.5 3.5',
} as const;
