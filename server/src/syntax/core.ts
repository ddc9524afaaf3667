/** Plain scalars by the YAML 1.2 core schema: `on`, `yes` and `012` are what they look like, text, text and twelve. */

type Value = string | number | boolean | null;

const words: Readonly<Record<string, Value>> = {
  '': null,
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
  '.inf': Infinity,
  '.Inf': Infinity,
  '.INF': Infinity,
  '+.inf': Infinity,
  '+.Inf': Infinity,
  '+.INF': Infinity,
  '-.inf': -Infinity,
  '-.Inf': -Infinity,
  '-.INF': -Infinity,
  '.nan': NaN,
  '.NaN': NaN,
  '.NAN': NaN,
};
const wordMap: ReadonlyMap<string, Value> = new Map(Object.entries(words));
const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const based = /^(?:0o[0-7]+|0x[\da-fA-F]+)$/;

/** First characters that may begin something else than text. */
const special: readonly boolean[] = Array.from({ length: 128 }, (_, code) => /[~nNtTfF.+\-0-9]/.test(String.fromCharCode(code)));

/** What a plain scalar means. */
export function resolveCore(text: string): Value {
  if (text.length > 0 && !special[text.charCodeAt(0)]) return text;
  if (text.length <= 5) {
    const word = wordMap.get(text);
    if (word !== undefined) return word;
  }
  if (decimal.test(text) || based.test(text)) return Number(text);
  return text;
}

/** What a scalar means that has a tag. */
export function resolveTagged(tag: string, text: string, plain: boolean): Value {
  const kind = /^(?:!!|!<tag:yaml\.org,2002:)(int|float|bool|null)>?$/.exec(tag)?.[1];
  if (!kind) return text;
  const value = resolveCore(text);
  return plain || typeof value === 'number' ? value : text;
}
