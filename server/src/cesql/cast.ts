/** From one type of values to another (cesql §3.7). */
import { quote } from '../formats/quote.ts';
import type { Value, ValueType } from './tree.ts';

/** Integers have 32 bits (cesql §3.1). */
export const isInteger = (value: number): boolean => Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;

export const typeOf = (value: Value): ValueType => typeNames[typeof value as keyof typeof typeNames];
const typeNames = { string: 'String', number: 'Integer', boolean: 'Boolean' } as const;

/** What stands for a value of a type when there is none (cesql §3.1). */
export const zero: Readonly<Record<ValueType, Value>> = { String: '', Integer: 0, Boolean: false };

type Cast = { readonly value: Value } | { readonly failure: string };

/** A value as one of another type, or why it cannot be one. */
export function cast(value: Value, type: ValueType): Cast {
  if (typeOf(value) === type) return { value };
  if (type === 'String') return { value: String(value) };
  if (type === 'Integer')
    return typeof value === 'boolean' ? { value: Number(value) } : castText(String(value), toInteger, 'a whole number');
  return typeof value === 'number' ? { value: value !== 0 } : castText(String(value), toBoolean, 'true or false');
}

const castText = (text: string, read: (text: string) => Value | undefined, what: string): Cast => {
  const value = read(text);
  return value === undefined ? { failure: `${quote(text)} is not ${what}.` } : { value };
};

const toInteger = (text: string): number | undefined => {
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  return isInteger(number) ? number : undefined;
};

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };
const toBoolean = (text: string): boolean | undefined => {
  const lower = text.toLowerCase();
  return Object.hasOwn(booleans, lower) ? booleans[lower] : undefined;
};
