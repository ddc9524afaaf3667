/** What VS Code's default themes give a webview: body class and variables. */
export interface ThemeSheet {
  readonly className: string;
  readonly colors: Readonly<Record<string, string>>;
}

const names = [
  'editor-background',
  'foreground',
  'disabledForeground',
  'focusBorder',
  'editorWidget-background',
  'widget-border',
  'widget-shadow',
  'list-hoverBackground',
  'toolbar-hoverBackground',
  'charts-blue',
  'charts-green',
  'charts-red',
  'charts-purple',
  'charts-yellow',
  'editorError-foreground',
  'editorWarning-foreground',
  'editorInfo-foreground',
  'inputOption-activeBackground',
  'textLink-foreground',
  'editor-findMatchHighlightBackground',
  'contrastBorder',
  'contrastActiveBorder',
];

/** Colours in the order of `names`; "-" where a theme leaves one undefined. */
const sheet = (className: string, colors: string): ThemeSheet => ({
  className,
  colors: Object.fromEntries(
    colors
      .trim()
      .split(/\s+/)
      .flatMap((color, i) => (color === '-' ? [] : [[names[i]!, color]])),
  ),
});

export const themes = {
  light: sheet(
    'vscode-light',
    `#ffffff #3b3b3b #61616180 #005fb8 #f8f8f8 #e5e5e5 #00000029 #f2f2f2 #b8b8b850 #0063d3 #388a34 #e51400 #652d90 #bf8803
     #e51400 #bf8803 #0063d3 #bed6ed #005fb8 #ea5c0055 - -`,
  ),
  dark: sheet(
    'vscode-dark',
    `#1f1f1f #cccccc #cccccc80 #0078d4 #202020 #313131 #0000005c #2a2d2e #5a5d5e50 #59a4f9 #89d185 #f14c4c #b180d7 #cca700
     #f14c4c #cca700 #59a4f9 #2489db82 #4daafc #ea5c0055 - -`,
  ),
  'high-contrast': sheet(
    'vscode-high-contrast',
    `#000000 #ffffff #a5a5a5 #f38518 #0c141f #6fc3df - #ffffff1a - #59a4f9 #89d185 #f48771 #b180d7 #ffd370
     #f48771 #ffd370 #59a4f9 #00000000 #21a6ff - #6fc3df #f38518`,
  ),
  'high-contrast-light': sheet(
    'vscode-high-contrast vscode-high-contrast-light',
    `#ffffff #292929 #7f7f7f #006bbd #ffffff #0f4a85 - #0f4a851a - #0063d3 #374e06 #b5200d #652d90 #895503
     #b5200d #895503 #0063d3 #00000000 #0f4a85 - #0f4a85 #006bbd`,
  ),
} satisfies Record<string, ThemeSheet>;

export type ThemeName = keyof typeof themes;
