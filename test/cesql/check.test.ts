import { describe, expect, it, test } from 'vitest';
import { checkCesql } from '../../server/src/cesql/check.ts';
import { ranged } from '../support/marked.ts';

/** What is told, each with its place. */
const told = (text: string) => checkCesql(text).map(({ message, start, end }) => ({ message, start, end }));

describe('what is wrong, and where', () => {
  it.each<[source: string, ...messages: string[]]>([
    // Form.
    ['«»', 'An expression is missing.'],
    ['type «=»', 'Something is missing behind "=".'],
    ['«=» 3', 'Something is missing in front of "=".'],
    ["type = 'a' «AND» ", 'Something is missing behind "AND".'],
    ["type «=» AND id = 'b'", 'Something is missing behind "=".'],
    ["«(»type = 'a'", 'This "(" is not closed. Add ")".'],
    ['ABS«(»', 'This "(" is not closed. Add ")".'],
    ["type = 'a'«)»", 'This ")" closes nothing. Remove it.'],
    ["type = 'a'«,» 'b'", 'A comma stands only between arguments of a function and between values of a list.'],
    ["CONCAT('a'«,»", 'Something is missing behind ",".'],
    ["CONCAT('a', «)»", 'Something is missing in front of ")".'],
    ["type «'a'»", 'Between "type" and "\'a\'" an operator is missing, such as = or AND.'],
    ["(type «'a'») = 'b' c", 'Between "type" and "\'a\'" an operator is missing, such as = or AND.'],
    ["type = 'a' «adn» id = 'b'", '"adn" is no operator. Did you mean "AND"?'],
    ['subject «IS» NOT NULL', 'CESQL has no IS. To ask whether an attribute is there, write EXISTS and its name.'],
    ["type «==» 'a'", 'CESQL writes "=", not "==".'],
    ["type = 'a' «&&» «!»EXISTS id", 'CESQL writes "AND", not "&&".', 'CESQL writes "NOT", not "!".'],
    ["type = «'a»", "This text is not closed. End it with '."],
    ["type IN («'a, b)»\nAND id = 3", "This text is not closed. End it with '."],
    ["type = 'it«''»s'", "Inside of a text a quote is written \\', not ''."],
    ["type = «#»'a'", '"#" means nothing here. Remove it, or put texts in quotes.'],
    ['«🧵»id = 1', '"🧵" means nothing here. Remove it, or put texts in quotes.'],
    ['type LIKE «123»', "LIKE compares with a text in quotes, as in LIKE 'a%'."],
    ['type «LIKE»', 'Something is missing behind "LIKE".'],
    ["type IN «'a'»", 'IN looks into a list in parentheses, as in (1, 2).'],
    ['type IN «()»', 'This list is empty. Write at least one value.'],
    ["type «NOT» = 'a'", 'NOT does not stand in front of "=". Write "!=".'],
    ['«EXISTS» 3', 'EXISTS asks for an attribute. Write its name behind it.'],
    // Names.
    ["«data» = 'a'", 'CESQL reads the attributes of an event, and not its data.'],
    ["«data.id» = 'a'", 'CESQL reads the attributes of an event, and not its data.'],
    ["«my_ext» = 'a'", '"my_ext" is not the name of an attribute. These have letters a to z and digits only.'],
    ["«größe» = 'a'", '"größe" is not the name of an attribute. These have letters a to z and digits only.'],
    ["«Source» = 'a'", 'Names of attributes are in small letters. Write "source".'],
    ["«ce_type» = 'a'", 'Attributes have no prefix here. Write "type".'],
    ["«ce-type» = 'a'", 'Attributes have no prefix here. Write "type".'],
    // Numbers.
    ['hop < «2147483648»', '"2147483648" has more than 32 bits. Whole numbers go from -2147483648 to 2147483647.'],
    ['hop < «-2147483649»', '"-2147483649" has more than 32 bits. Whole numbers go from -2147483648 to 2147483647.'],
    ['hop < «1.5»', '"1.5" is not a whole number. CESQL has no others.'],
    // Functions.
    ['«LENGHT»(type) = 3', 'CESQL has no function "LENGHT". Did you mean "LENGTH"?'],
    ['«score»(type) = 3', 'CESQL has no function "SCORE". It works only where somebody has added it.'],
    ["«LEFT»('a') = 'b'", 'LEFT takes 2 arguments, and not 1.'],
    ["«SUBSTRING»('a') = 'b'", 'SUBSTRING takes 2 or 3 arguments, and not 1.'],
    ["«concat_ws»() = 'b'", 'CONCAT_WS takes 1 argument or more, and not 0.'],
    // What goes together.
    ["«NOT» type = 'a'", 'NOT belongs to "type" alone. Put parentheses around all that it is about.'],
    ["«NOT» type LIKE 'a%'", 'NOT belongs to "type" alone. Put parentheses around all that it is about.'],
    ['1 < hop «<» 5', 'This compares the answer of "1 < hop". Compare twice, with AND in between.'],
    [
      "id = 'a' OR id = 'b' «AND» hop = 1",
      'AND does not bind tighter than OR: this is (OR) AND. Put parentheses around what belongs together.',
    ],
    ["id = 'a' AND hop = 1 «OR» id = 'b'", 'Engines differ in whether AND or OR goes first. Put parentheses around what belongs together.'],
    // Types.
    ["time > «'2024-01-01'»", '"2024-01-01" is not a whole number. For every event this is an error.'],
    ["INT(«'abc'»)", '"abc" is not a whole number. For every event this is an error.'],
    ["NOT («'yes'»)", '"yes" is not true or false. For every event this is an error.'],
    ["1 IN ('1', «'b'»)", '"b" is not a whole number. For every event this is an error.'],
    ["LEFT(type, «'x'»)", '"x" is not a whole number. For every event this is an error.'],
    ["«'abc'» = LENGTH(type)", '"abc" is not a whole number. For every event this is an error.'],
  ])('%s', (source, ...messages) => {
    const { text, ranges } = ranged(source);
    expect(told(text)).toEqual(messages.map((message, index) => ({ message, ...ranges[index] })));
  });

  it.each([
    "type = 'a' OR type = 'b' OR type = 'c'",
    "NOT (type = 'a') AND NOT EXISTS subject",
    'NOT mybool = true',
    'hop-1 = 3',
    'hop - -1 = +3',
    "type NOT IN ('it\\'s', \"b\")",
    "IS_INT('abc')",
    '-2147483648 < hop',
    "subject = ''",
    'hop < 5 = true',
  ])('nothing with %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('writes what was meant', () => {
    const replacements = (text: string) => checkCesql(text).map(({ replacement }) => replacement);
    expect(replacements("lenght(type) == 3 && Source = 'a' adn !TRUE")).toEqual(['length', '=', 'AND', 'source', 'NOT ']);
    expect(replacements("type = 'it''s'")).toEqual(["\\'"]);
  });
});

test('what is nested or chained without end is told, and not read', () => {
  const deep = (times: number) => told(`${'('.repeat(times)}1${')'.repeat(times)}`);
  expect(deep(700)).toEqual([]);
  expect(deep(100_000).map(({ message }) => message)).toEqual([expect.stringContaining('no more than 800 operators')]);
  expect(told(`1${' + 1'.repeat(100_000)}`)).toHaveLength(1);
  expect(told(`${'-'.repeat(100_000)}`)).toHaveLength(1);
  expect(told(`hop IN (${'1, '.repeat(20_000)}1)`)).toEqual([]);
});
