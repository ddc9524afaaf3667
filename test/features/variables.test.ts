/** Variables that tasks bring into expressions. `«…»` marks every place of one, what names it first. */
import { describe, expect, test } from 'vitest';
import type { Location, Range } from 'vscode-languageserver-types';
import { service, workspace, open } from '../support/editor.ts';
import { ranged } from '../support/marked.ts';

const byPlace = (a: Range, b: Range): number => a.start.line - b.start.line || a.start.character - b.start.character;

describe('from each place to all the others', () => {
  test.each([
    [
      'for.each',
      'do:\n  - a:\n      for: { each: «pet», in: .pets, at: n }\n      while: $«pet».ok\n      do:\n        - b: { set: { x: "${ $«pet».name + $n + \\"$pet\\" }" } }\n',
    ],
    [
      'for.at',
      'do:\n  - a:\n      for: { each: pet, in: "$n", at: «n» }\n      do:\n        - b:\n            set:\n              x: |\n                ${ $«n» }\n',
    ],
    [
      'what for brings without a name',
      'do:\n  - a:\n      «for»: { in: .pets }\n      do:\n        - b: { set: { x: "${ $«item» + $index }" } }\n',
    ],
    [
      'catch.as',
      'do:\n  - a:\n      try: [ { c: { set: { x: "${ $oops }" } } } ]\n      catch:\n        as: «oops»\n        when: $«oops».status == 404\n        do: [ { b: { set: { x: "${ $«oops» }" } } } ]\n',
    ],
    ['what catch brings without a name', 'do:\n  - a:\n      try: []\n      «catch»:\n        when: $«error».status == 404\n'],
    [
      'foreach.item',
      'do:\n  - a:\n      listen: { to: { any: [] } }\n      foreach:\n        item: «event»\n        do: [ { b: { set: { x: "${ $«event».data }" } } } ]\n',
    ],
    [
      'the outer of two',
      'do:\n  - a:\n      for: { each: «x», in: . }\n      do:\n        - b: { set: { y: "${ $«x» }" } }\n        - c:\n            for: { each: x, in: "$«x».more" }\n            do: [ { d: { set: { y: "${ $x }" } } } ]\n',
    ],
    [
      'the inner of two',
      'do:\n  - a:\n      for: { each: x, in: . }\n      do:\n        - c:\n            for: { each: «x», in: "$x.more" }\n            do: [ { d: { set: { y: "${ $«x» }" } } } ]\n',
    ],
    [
      'not what an expression names itself',
      'do:\n  - a:\n      for: { each: «x», in: . }\n      do:\n        - b: { set: { y: "${ $«x» }", z: "${ .a as $x | $x }" } }\n',
    ],
  ])('%s', (_, source) => {
    const { text, ranges } = ranged(source);
    const doc = open(text);
    const expected = ranges.map((each) => doc.range(each)).sort(byPlace);
    for (const { start } of ranges) {
      const at = doc.positionAt(start);
      const isKey = /^(?:for|catch)/.test(text.slice(start));
      if (isKey) continue;
      expect((service.definition(workspace, doc, at) as Location).range).toEqual(expected[0]);
      const found = service.references(workspace, doc, at).map(({ range }) => range);
      expect(found[0]).toEqual(expected[0]);
      expect([...found].sort(byPlace)).toEqual(expected);
      expect(
        service
          .highlight(doc, at)
          .map(({ range }) => range)
          .sort(byPlace),
      ).toEqual(expected);
    }
  });

  test.each([
    'do:\n  - a: { set: { x: "${ $con«»text }" } }\n',
    'do:\n  - a: { set: { x: "${ $it«»em }" } }\n',
    'do:\n  - a: { set: { x: "$it«»em" } }\n',
    'do:\n  - a:\n      for: { in: "$it«»em" }\n      do: []\n',
  ])('none: %j', (source) => {
    const { text, ranges } = ranged(source);
    const doc = open(text);
    expect(service.definition(workspace, doc, doc.positionAt(ranges[0]!.start))).toBeUndefined();
  });
});
