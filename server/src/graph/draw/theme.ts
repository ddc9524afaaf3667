/** Colours of an exported drawing: the tokens of the look, resolved for a light and a dark page. */
import type { Hue } from './icons.ts';

export type Theme = 'light' | 'dark';

type Base = Readonly<Record<'bg' | 'fg' | 'blue' | 'green' | 'purple' | 'yellow' | 'red' | 'error' | 'warning' | 'info', string>>;

const bases: Record<Theme, Base> = {
  light: {
    bg: '#ffffff',
    fg: '#3b3b3b',
    blue: '#0063d3',
    green: '#388a34',
    purple: '#652d90',
    yellow: '#bf8803',
    red: '#e51400',
    error: '#e51400',
    warning: '#bf8803',
    info: '#0063d3',
  },
  dark: {
    bg: '#1f1f1f',
    fg: '#cccccc',
    blue: '#59a4f9',
    green: '#89d185',
    purple: '#b180d7',
    yellow: '#cca700',
    red: '#f14c4c',
    error: '#f14c4c',
    warning: '#cca700',
    info: '#59a4f9',
  },
};

const channels = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

/** `percent` of one colour, the rest of the other. */
function mix(a: string, percent: number, b: string): string {
  const [x, y] = [channels(a), channels(b)];
  return `#${x
    .map((v, i) =>
      Math.round((v * percent + y[i]! * (100 - percent)) / 100)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

const hues: readonly Hue[] = ['blue', 'green', 'purple', 'yellow', 'red'];

/** The style sheet of an export. */
export function styleOf(theme: Theme): string {
  const c = bases[theme];
  const dark = theme === 'dark';
  const dim = mix(c.fg, 74, c.bg);
  const face = dark ? mix(c.fg, 8, c.bg) : c.bg;
  const line = mix(c.fg, dark ? 18 : 20, c.bg);
  const edge = mix(c.fg, dark ? 50 : 58, c.bg);
  const back = mix(c.purple, 70, c.bg);
  const err = mix(c.red, 75, c.bg);
  const orange = mix(c.yellow, 50, c.red);
  const hue = (name: string, colour: string) =>
    `.h-${name} .ic{stroke:${colour}}.h-${name} .tile{fill:${colour};fill-opacity:${dark ? 0.14 : 0.1}}`;
  const wire = (name: string, colour: string) =>
    `.${name} .wire{stroke:${colour}}.${name} .head,.${name} .dot{fill:${colour}}.pill.${name} .shell{stroke:${mix(colour, 60, c.bg)}}`;
  return [
    `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,"Helvetica Neue",sans-serif;font-size:11px;fill:${c.fg}}`,
    '.distant,.hit,.ring{display:none}',
    `.ic{fill:none;stroke:${c.fg};stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}`,
    hue('none', dim),
    ...hues.map((name) => hue(name, c[name as keyof Base])),
    hue('orange', orange),
    `.face,.under{fill:${face};stroke:${line}}.frame{fill:${c.fg};fill-opacity:.03;stroke:${mix(c.fg, 13, c.bg)}}.box .ic.chev{stroke:${dim}}`,
    `.name{font-size:13px;font-weight:600}.name2{font-size:12px;font-weight:600}.kind,.pt,.pd,.hidden,.more text,.end text,.fault text{fill:${dim}}`,
    `.node .det{fill:${mix(c.fg, 90, c.bg)}}.more rect{fill:${c.fg};fill-opacity:.08}.more text,.bd-n{font-weight:600}`,
    '.node.faded .face{stroke-dasharray:3 3}.node.faded .name,.node.faded .sub,.node.faded .ic,.node.faded .tile{opacity:.5}',
    `.s-error .face{stroke:${mix(c.error, 70, c.bg)}}.bd-error{fill:${c.error}}.bd-info{fill:${c.info}}`,
    `.bd-warning{fill:${c.warning};stroke:${c.warning};stroke-width:2;stroke-linejoin:round}.bd-mark{fill:none;stroke:${c.bg};stroke-width:1.5;stroke-linecap:round}`,
    '.wire{fill:none;stroke-width:1.5}',
    wire('edge', edge),
    wire('jump', mix(c.fg, 82, c.bg)),
    wire('back', back),
    wire('error', err),
    wire('edge.broken', c.error),
    `.edge.broken .wire{stroke-dasharray:3 3}.edge.faded,.pill.faded,.mark.faded{opacity:.45}.edge.faded .wire{stroke-dasharray:2 4;stroke-linecap:round}`,
    `.pill .shell{fill:${c.bg};stroke:${line}}.pn{font-weight:600}.pd{font-style:italic}`,
    `.pill.back .shell{stroke:${mix(back, 60, c.bg)}}.pc{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:10.5px;fill:${dim}}`,
    `.startp .shell{fill:${face}}.startp text{font-size:12px}`,
    `.bar-j,.start .i,.end .i{fill:${edge}}.o{fill:${c.bg};stroke:${edge};stroke-width:1.5}.fault .o{stroke:${err}}.fault .i{fill:${err}}`,
    `.broken .o,.broken .cross{stroke:${c.error};stroke-width:1.5;stroke-linecap:round}.mark.broken text{fill:${c.error}}.mark.broken .back{fill:${c.bg}}`,
  ].join('');
}

export const background = (theme: Theme): string => bases[theme].bg;
