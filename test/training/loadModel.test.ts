import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadModel } from '../../src/training/index.ts';
import { labelFile, localesFolder } from './localesFolder.ts';

test('the first start trains and stores the model, the second reads it', () => {
  const root = localesFolder();
  const modelFile = join(root, 'build', 'model.bin');
  expect(loadModel(root, modelFile).origin).toBe('trained');
  expect(loadModel(root, modelFile).origin).toBe('stored');
});

test('an added example is learned at the next start', () => {
  const root = localesFolder();
  const modelFile = join(root, 'model.bin');
  const before = loadModel(root, modelFile);
  writeFileSync(join(root, 'faq/when.yml'), labelFile('faq.when', '  - nowe pytanie o termin\n'));
  const after = loadModel(root, modelFile);
  expect(after.origin).toBe('trained');
  expect(after.model.hash).not.toBe(before.model.hash);
});

test('a damaged stored model is replaced', () => {
  const root = localesFolder();
  const modelFile = join(root, 'model.bin');
  loadModel(root, modelFile);
  const whole = readFileSync(modelFile);
  writeFileSync(modelFile, whole.subarray(0, 500));
  expect(loadModel(root, modelFile).origin).toBe('trained');
  expect(readFileSync(modelFile)).toEqual(whole);
});

test('a place where nothing can be stored does not stop the start', () => {
  const root = localesFolder({ occupied: 'a file, not a folder' });
  expect(loadModel(root, join(root, 'occupied', 'model.bin')).origin).toBe('trained');
});
