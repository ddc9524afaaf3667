/** The licences of the packages whose code is in a bundle: their terms want them to go where the code goes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The folders of the packages among a bundle's inputs (paths from the root of the project), each once. */
export function packageFolders(inputs) {
  const folders = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const files = readdirSync(path.join(root, folder)).filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(file));
  if (!files.some((file) => /^(licen[cs]e|copying)/i.test(file))) throw new Error(`"${name}" is bundled, but has no licence file.`);
  const texts = files.sort().map((file) =>
    readFileSync(path.join(root, folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim(),
  );
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** The text of the file that ships. */
export function notices(inputs) {
  const found = [...new Set(packageFolders(inputs).map(notice))].sort();
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['The programs of Heddle contain code of the following packages.', ...found].join(rule)}\n`;
}
