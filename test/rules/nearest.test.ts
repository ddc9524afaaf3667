/** Did you mean: what is near, and what is another word. */
import { describe, expect, test } from 'vitest';
import { nearest } from '../../server/src/rules/nearest.ts';

describe('nearest', () => {
  test.each<[name: string, known: string[], meant: string | undefined]>([
    ['cal', ['call', 'do'], 'call'],
    ['shipOdrer', ['billOrder', 'shipOrder'], 'shipOrder'],
    ['ship_order', ['shipOrder'], 'shipOrder'],
    ['xy', ['ab', 'xz'], undefined],
    // a word more or less
    ['notifyCustomer', ['notify', 'ship'], 'notify'],
    ['notify', ['notifyCustomer', 'ship'], 'notifyCustomer'],
    ['notify', ['notifyCustomer', 'notifyShop'], undefined],
    ['notification', ['notif'], undefined],
    ['prepare-order', ['prepare'], 'prepare'],
    // spelling is nearer than a word more
    ['notifi', ['notify', 'notifiAll'], 'notify'],
    // a script whose signs are words
    ['等侍', ['等待', '出荷'], '等待'],
    ['等侍', ['出荷'], undefined],
  ])('%s among %j: %s', (name, known, meant) => {
    expect(nearest(name, known)).toBe(meant);
  });
});
