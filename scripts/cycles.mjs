// node scripts/cycles.mjs: says where modules import each other in a circle, types included.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './lib/paths.mjs';

/** A grammar calls itself: what is in a block may be a list, what is in a list a block. */
const meantToBe = [/^server\/src\/syntax\/(yaml|json)\//];

const modules = new Map();
for (const folder of ['server/src', 'client/src', 'client/preview'])
  for (const name of readdirSync(path.join(root, folder), { recursive: true }))
    if (/\.ts$/.test(name)) modules.set(path.posix.join(folder, name.replaceAll('\\', '/')), undefined);
for (const file of modules.keys()) {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true);
  const targets = importedFiles.map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName));
  modules.set(
    file,
    targets.filter((target) => modules.has(target)),
  );
}

/** Depth first; whoever is met again while it is open closes a circle. */
const circles = [];
const state = new Map();
const visit = (file, open) => {
  if (state.get(file) === 'done') return;
  if (open.includes(file)) {
    circles.push([...open.slice(open.indexOf(file)), file]);
    return;
  }
  for (const target of modules.get(file)) visit(target, [...open, file]);
  state.set(file, 'done');
};
for (const file of modules.keys()) visit(file, []);

const wrong = circles.filter((circle) => !meantToBe.some((room) => circle.every((file) => room.test(file))));
for (const circle of wrong) console.error(`Modules import each other in a circle: ${circle.join(' → ')}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
