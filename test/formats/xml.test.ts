import { expect, test } from 'vitest';
import { checkXml } from '../../server/src/formats/xml.ts';

test.each([
  '<a/>',
  '<?xml version="1.0"?>\n<!-- <b> -->\n<a:b xmlns:a="x" c=\'"\'>&lt;&#10;&#xA;<![CDATA[<&]]><c d = "1" /></a:b >\n',
  '\uFEFF<a>ü</a>',
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;',
  '<a b="&lt;"/>',
])('%s is well-formed', (xml) => expect(checkXml(xml)).toBeUndefined());

test.each([
  ['', 'This XML has no element.'],
  ['hello', 'In XML all text stands inside of one element, and "hello" does not.'],
  ['<a>', '<a> in this XML is never closed.'],
  ['<a></b>', 'In this XML <a> ends with </b>.'],
  ['</a>', 'In this XML nothing is open that </a> ends.'],
  ['<a/><b/>', 'This XML has a second element on the outside, <b>. Put both into one.'],
  ['<a>R&D</a>', 'This XML has a bare "&". Write &amp; for the sign itself.'],
  ['<a>1 < 2</a>', 'This XML has a "<" that begins no tag. Write &lt; for the sign itself, or close the tag.'],
  ['<a b=1/>', 'The attributes of <a> in this XML are not written as name="value".'],
  ['<a b/>', 'The attributes of <a> in this XML are not written as name="value".'],
  ['<a', 'This XML has a "<" that begins no tag. Write &lt; for the sign itself, or close the tag.'],
])('%s: %s', (xml, message) => expect(checkXml(xml)?.message).toBe(message));
