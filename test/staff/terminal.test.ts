import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { terminal } from '../../src/staff/terminal.ts';

function open() {
  const streams = { input: new PassThrough(), out: new PassThrough(), err: new PassThrough() };
  return { ...streams, io: terminal(streams.input, streams.out, streams.err) };
}

test('the terminal asks, and gives the typed lines one after another', async () => {
  const { input, out, io } = open();
  input.write('co?\r\ntak\r\n');
  expect(await io.ask('Zapisać? ')).toBe('co?');
  expect(await io.ask('Zapisać? ')).toBe('tak');
  expect(String(out.read())).toBe('Zapisać? Zapisać? ');
  io.close();
});

test('the terminal says that nobody answers when the input ends', async () => {
  const { input, io } = open();
  input.end();
  expect(await io.ask('Zapisać? ')).toBeNull();
  io.close();
});

test('the terminal keeps answers and errors apart', () => {
  const { out, err, io } = open();
  io.out('a');
  io.err('b');
  io.close();
  expect([String(out.read()), String(err.read())]).toEqual(['a', 'b']);
});
