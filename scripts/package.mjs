// npm run package: builds everything and packs it into artifacts/: heddle-<version>.vsix for VS Code, heddle-<version>.tgz for npm.
import { statSync } from 'node:fs';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { build, packageVsix, packTarball, stage } from './lib/stage.mjs';

const limit = 3_000_000;

install(root, 'packages');
build();
stage();
const vsix = packageVsix();
const { size } = statSync(vsix);
console.log(`${vsix} (${Math.round(size / 1000)} kB)`);
if (size > limit) {
  console.error(`The package is larger than ${limit / 1000} kB.`);
  process.exitCode = 1;
}
console.log(packTarball());
