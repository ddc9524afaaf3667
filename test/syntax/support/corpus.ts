/** Official examples as texts to read. Empty where the folder is absent: tests over it say so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../shared/spec', import.meta.url));

export const corpusMissing = existsSync(root) ? undefined : `${root} is not there`;

export const corpus = (ending: RegExp): { name: string; text: string }[] =>
  corpusMissing
    ? []
    : readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => ending.test(name))
        .map((name) => ({ name, text: readFileSync(`${root}/${name}`, 'utf8') }));
