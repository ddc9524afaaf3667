import { expect, test } from 'vitest';
import { addressFrom, documentAt } from '../../server/src/workspace/address.ts';

test.each([
  ['file:///shop/flows/a.sw.yaml', 'file:///shop/flows/pets.yaml', 'pets.yaml'],
  ['file:///shop/flows/a.sw.yaml', 'file:///shop/apis/pets.yaml', '../apis/pets.yaml'],
  ['file:///shop/flows/a.sw.yaml', 'file:///other/pets.yaml', '../../other/pets.yaml'],
  ['file:///shop/a.sw.yaml', 'file:///shop/my%20pets.yaml', 'my%20pets.yaml'],
  ['file:///shop/a.sw.yaml', 'file:///shop/gr%C3%B6%C3%9Fe/50%25.yaml', 'größe/50%25.yaml'],
  ['file:///c%3A/shop/a.sw.yaml', 'file:///C:/shop/apis/pets.yaml', 'apis/pets.yaml'],
  ['file:///c%3A/shop/a.sw.yaml', 'file:///D:/pets.yaml', 'file:///D:/pets.yaml'],
  ['vscode-vfs://github/me/shop/a.sw.yaml', 'vscode-vfs://github/me/shop/pets.yaml', 'pets.yaml'],
  ['vscode-vfs://github/me/shop/a.sw.yaml', 'file:///pets.yaml', 'file:///pets.yaml'],
])('from %s to %s it is %s', (base, uri, address) => {
  expect(addressFrom(base, uri)).toBe(address);
});

test.each([
  ['https://example.com/pets.yaml', undefined],
  ['//example.com/pets.yaml', undefined],
  ['\\\\example.com\\share\\pets.yaml', undefined],
  ['ftp://example.com/pets.yaml', undefined],
  ['pets', undefined],
  ['pets.txt', undefined],
  ['{name}.yaml', undefined],
  ['${ .document }.yaml', undefined],
  ['pets.yaml#/paths', 'file:///shop/pets.yaml'],
  ['pets.jsonc', 'file:///shop/pets.jsonc'],
  ['FILE:///other/pets.JSON', 'file:///other/pets.JSON'],
])('%s leads to %s', (written, uri) => {
  expect(documentAt(written, 'file:///shop/a.sw.yaml')).toBe(uri);
});
