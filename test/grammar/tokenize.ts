/** Tokenizes text as VS Code does, with the grammars that package.json contributes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import manifest from '../../package.json';
import { marked } from '../support/marked.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(wasm).then(() => ({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  })),
  loadGrammar(scopeName) {
    const found = manifest.contributes.grammars.find((grammar) => grammar.scopeName === scopeName);
    return Promise.resolve(found ? textmate.parseRawGrammar(readFileSync(found.path, 'utf8'), found.path) : null);
  },
});

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly scopes: readonly string[];
}

export async function tokenize(language: string, text: string): Promise<Token[]> {
  const { scopeName } = manifest.contributes.grammars.find((grammar) => grammar.language === language) ?? { scopeName: '' };
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`No grammar for "${language}".`);
  const tokens: Token[] = [];
  let state = textmate.INITIAL;
  let start = 0;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens)
      tokens.push({ text: line.slice(token.startIndex, token.endIndex), start: start + token.startIndex, scopes: token.scopes });
    start += line.length + 1;
  }
  return tokens;
}

/** The innermost scope at each `«…»`, without the ending that names the language; several when the token is made of several. */
export async function scopesOf(language: string, source: string): Promise<string[]> {
  const { text, ranges } = marked(source);
  const tokens = await tokenize(language, text);
  return ranges.map(({ start, end }) => {
    const inside = tokens.filter((token) => token.start < end && token.start + token.text.length > start && token.text.trim() !== '');
    return [...new Set(inside.map(({ scopes }) => (scopes.at(-1) ?? '').replace(/\.[a-z]+$/, '')))].join(' + ');
  });
}
