/** What aliases may stand for. */
import { some } from '../syntax/locate.ts';
import type { Pair } from '../syntax/node.ts';

/** Does the pair hold something that aliases may stand for? */
export const hasAnchor = ({ key, value }: Pair): boolean => key.anchor !== undefined || some(value, (node) => node.anchor !== undefined);
