import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const home = 'src/library/sip2';
/** What the README says the client needs besides its own folders. */
const allowed = ['iconv-lite', join(home, 'sip2Error.ts'), 'src/library/circuitBreaker.ts'];

test('client and protocol can be lifted out as a package: they import what the README says, no more', () => {
  const needed = ['client', 'protocol'].flatMap((folder) =>
    readdirSync(join(home, folder)).flatMap((file) => {
      const source = readFileSync(join(home, folder, file), 'utf8');
      return [...source.matchAll(/ from '([^']+)'/g)].map(([, name = '']) =>
        name.startsWith('.') ? normalize(join(home, folder, name)) : name,
      );
    }),
  );
  const foreign = needed.filter(
    (name) =>
      !allowed.includes(name) &&
      !name.startsWith('node:') &&
      !/^src\/library\/sip2\/(client|protocol)\//.test(name),
  );
  expect(needed.length).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
});
