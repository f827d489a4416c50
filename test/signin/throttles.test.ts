import { beforeEach, describe, expect, it } from 'vitest';
import { signInPolicy } from '../../src/signin/index.ts';
import {
  accountThrottle,
  type AccountThrottle,
} from '../../src/signin/throttle/accountThrottle.ts';
import {
  addressThrottle,
  type AddressThrottle,
} from '../../src/signin/throttle/addressThrottle.ts';
import { networkOf } from '../../src/http/index.ts';
import { overallThrottle } from '../../src/signin/throttle/overallThrottle.ts';
import { memoryRecords, type MemoryRecords } from '../support/memoryRecords.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let now: number;
const clock = () => new Date(now);
let records: MemoryRecords;

beforeEach(() => {
  now = Date.parse('2026-11-22T10:00:00Z');
  records = memoryRecords(clock);
});

describe('guessing at one account', () => {
  let throttle: AccountThrottle;
  const mayTry = () => throttle.begin('account');
  /** Milliseconds until the account may be tried again, found by trying each minute. */
  async function waitingTime(): Promise<number> {
    const from = now;
    for (;;) {
      now += minute;
      const before = records.snapshot();
      const isOpen = await mayTry();
      records.restore(before);
      if (isOpen) return now - from;
    }
  }

  beforeEach(async () => {
    throttle = accountThrottle(await records.open('accounts'), clock, signInPolicy.account);
  });

  it('may fail four times in a quarter of an hour without any consequence, again and again', async () => {
    for (let time = 0; time < 20; time += 1) {
      for (let failure = 0; failure < 4; failure += 1) expect(await mayTry()).toBe(true);
      now += 15 * minute;
    }
  });

  it('makes the account wait 1, 2, 4 … and at most 60 minutes from the fifth failure on', async () => {
    for (let failure = 0; failure < 5; failure += 1) expect(await mayTry()).toBe(true);
    expect(await mayTry()).toBe(false);
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      waits.push((await waitingTime()) / minute);
      expect(await mayTry()).toBe(true);
      expect(await mayTry()).toBe(false);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('is not made worse by trying during the wait', async () => {
    for (let failure = 0; failure < 5; failure += 1) await mayTry();
    for (let time = 0; time < 50; time += 1) expect(await mayTry()).toBe(false);
    expect(await waitingTime()).toBe(minute);
  });

  it('is forgotten by half with each quiet day', async () => {
    for (let failure = 0; failure < 5; failure += 1) await mayTry();
    for (let failure = 0; failure < 3; failure += 1) {
      await waitingTime();
      await mayTry();
    }
    now += day; // four waits so far, two count
    await mayTry();
    expect(await waitingTime()).toBe(4 * minute);
    now += 10 * day;
    await mayTry();
    expect(await mayTry()).toBe(true);
  });

  it('is forgotten at once by the right password', async () => {
    for (let failure = 0; failure < 5; failure += 1) await mayTry();
    await throttle.reset('account');
    for (let failure = 0; failure < 4; failure += 1) expect(await mayTry()).toBe(true);
  });

  it('does not count a guess that could not be checked', async () => {
    for (let failure = 0; failure < 4; failure += 1) await mayTry();
    for (let time = 0; time < 200; time += 1) {
      expect(await mayTry()).toBe(true);
      await throttle.takeBack('account');
    }
  });

  it('counts guesses that come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, mayTry));
    expect(answers.filter(Boolean)).toHaveLength(5);
  });

  it('ends with the hundredth failure in a row, until staff opens the account again', async () => {
    let tries = 0;
    for (let hours = 0; hours < 300 * 24; hours += 1) {
      now += hour;
      if (await mayTry()) tries += 1;
    }
    expect(tries).toBe(100);
    expect(await mayTry()).toBe(false);
    await throttle.reset('account');
    expect(await mayTry()).toBe(true);
  });

  it('says nothing about another account', async () => {
    for (let failure = 0; failure < 6; failure += 1) await mayTry();
    expect(await throttle.begin('another')).toBe(true);
  });
});

describe('guessing from one network', () => {
  let throttle: AddressThrottle;
  let count: number;

  beforeEach(async () => {
    count = 0;
    throttle = addressThrottle(await records.open('networks'), clock, signInPolicy.address);
  });

  async function guess(account = 'one', isLibraryNetwork = false) {
    const id = `guess-${(count += 1)}`;
    const answer = await throttle.begin({ id, network: 'n', account, isLibraryNetwork });
    if (answer.verdict !== 'stop') await throttle.fail('n', id, isLibraryNetwork);
    return answer;
  }

  it('is stopped after twenty failures in a quarter of an hour', async () => {
    for (let failure = 0; failure < 20; failure += 1) {
      expect(await guess()).toEqual({ verdict: 'go' });
    }
    expect(await guess()).toEqual({ verdict: 'stop', until: new Date(now + 15 * minute) });
    now += 15 * minute;
    expect(await guess()).toEqual({ verdict: 'go' });
  });

  it('is stopped after a hundred failures in a day', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      for (let failure = 0; failure < 20; failure += 1) {
        expect((await guess()).verdict).toBe('go');
      }
      now += hour;
    }
    expect(await guess()).toEqual({ verdict: 'stop', until: new Date(now + 19 * hour) });
  });

  it('is stopped for an hour when five different accounts fail', async () => {
    for (const account of ['a', 'b', 'c', 'd', 'e']) {
      expect(await guess(account)).toEqual({ verdict: 'go' });
    }
    expect(await guess('a')).toEqual({ verdict: 'stop', until: new Date(now + hour) });
    now += hour;
    expect((await guess('a')).verdict).toBe('go');
  });

  it('is not stopped when different accounts succeed, or fail at different times', async () => {
    for (let reader = 0; reader < 60; reader += 1) {
      const id = `right-${reader}`;
      const account = `reader-${reader}`;
      const one = await throttle.begin({ id, network: 'n', account, isLibraryNetwork: false });
      expect(one.verdict).toBe('go');
      await throttle.forget('n', id);
    }
    for (const account of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      expect((await guess(account)).verdict).toBe('go');
      now += 4 * minute;
    }
  });

  it('is not taken for spraying while many readers sign in at the same moment', async () => {
    const begin = (account: string) =>
      throttle.begin({ id: account, network: 'n', account, isLibraryNetwork: false });
    for (const account of ['a', 'b', 'c', 'd', 'e', 'f']) await begin(account);
    await throttle.fail('n', 'a', false);
    expect((await begin('g')).verdict).toBe('go');
  });

  it('counts guesses that are still being checked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        throttle.begin({ id: `${index}`, network: 'n', account: 'a', isLibraryNetwork: false }),
      ),
    );
    expect(answers.filter(({ verdict }) => verdict === 'go')).toHaveLength(20);
  });

  it('of the library has ten times the room and is slowed down, never stopped', async () => {
    for (let failure = 0; failure < 200; failure += 1) {
      expect((await guess(`reader-${failure}`, true)).verdict).not.toBe('stop');
    }
    for (let failure = 0; failure < 900; failure += 1) {
      expect(await guess('one', true)).toEqual({ verdict: 'slow' });
    }
    now += 15 * minute;
    expect((await guess('one', true)).verdict).toBe('slow');
  });

  it('leaves a record of bounded size', async () => {
    for (let failure = 0; failure < 1200; failure += 1) await guess('one', true);
    expect(records.text().length).toBeLessThan(100_000);
  });
});

describe('guessing everywhere at the same time', () => {
  const opened = async () =>
    overallThrottle(await records.open('overall'), clock, signInPolicy.overall);

  it('makes everybody wait two seconds from the 201st failure in five minutes, told once', async () => {
    const throttle = await opened();
    for (let failure = 0; failure < 200; failure += 1) expect(await throttle.fail()).toBe(false);
    expect(await throttle.delay()).toBe(0);
    expect(await throttle.fail()).toBe(true);
    expect(await throttle.fail()).toBe(false);
    expect(await throttle.delay()).toBe(2000);
    now += 5 * minute;
    expect(await throttle.delay()).toBe(0);
    expect(await throttle.fail()).toBe(false);
  });

  it('counts for all instances together, and tells one of them', async () => {
    const instances = [await opened(), await opened()];
    const began: boolean[] = [];
    for (let failure = 0; failure < 203; failure += 1) {
      began.push((await instances[failure % 2]?.fail()) ?? false);
    }
    expect(began.filter(Boolean)).toHaveLength(1);
    for (const one of instances) expect(await one.delay()).toBe(2000);
  });

  it('leaves a record of bounded size that names nobody', async () => {
    const throttle = await opened();
    for (let failure = 0; failure < 1000; failure += 1) await throttle.fail();
    expect(records.text()).not.toMatch(/reader|account|\d+\.\d+\./);
    expect(records.text().length).toBeLessThan(5_000);
  });
});

describe('a neighbour', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
    ['nonsense', 'nonsense'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
