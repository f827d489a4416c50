import { expect, test } from 'vitest';
import { loadTrainingData } from '../../src/training/index.ts';
import { EditableFileError } from '../../src/yamlFile.ts';
import { fileOf, labelFile, localesFolder } from './localesFolder.ts';

function problemOf(changes: Readonly<Record<string, string | null>>): string {
  try {
    loadTrainingData(localesFolder(changes));
  } catch (error) {
    if (error instanceof EditableFileError) return error.message;
    throw error;
  }
  return 'no problem';
}

test('messages, titles, buttons and the lexicon are read from the files', () => {
  const data = loadTrainingData(localesFolder());
  expect(data.messages.get('faq.when')).toContain('faq when tytuł');
  expect(data.messages.get('faq.when')).toContain('faq when osiem');
  expect(data.concepts.get('PIN')).toEqual(['pin=']);
  expect(data.politeness.closing).toEqual(['dziękuję']);
  expect(data.questionWords.joining).toEqual(['i']);
  expect(data.bareWords.get('kod')).toEqual(['action.claim', 'faq.when']);
});

test('a new FAQ entry is one new file', () => {
  const data = loadTrainingData(localesFolder({ 'faq/newEntry.yml': labelFile('faq.newEntry') }));
  expect(data.messages.has('faq.newEntry')).toBe(true);
});

test('a message that belongs to another label is named with file, line and the other file', () => {
  const problem = problemOf({ 'faq/when.yml': labelFile('faq.when', '  - Faq LOGIN dwa!\n') });
  expect(problem).toMatch(/faq\/when\.yml:12: .*"Faq LOGIN dwa!" is already in .*login\.yml/);
});

test('the same message twice in a file is named with its line', () => {
  const problem = problemOf({ 'faq/when.yml': labelFile('faq.when', '  - FAQ when, dwa\n') });
  expect(problem).toMatch(/when\.yml:12: .*already in this file; keep it in one place/);
});

test('a title may repeat one of its own messages, but not one of another label', () => {
  const title = (text: string): string => labelFile('faq.when').replace('faq when tytuł', text);
  expect(problemOf({ 'faq/when.yml': title('faq when dwa') })).toBe('no problem');
  expect(problemOf({ 'faq/when.yml': title('faq login dwa') })).toMatch(/already in/);
});

test('too few messages, a long button and an empty message say what to do', () => {
  const few = 'title: t\nbutton: b\nquestions:\n  - jedno\n';
  expect(problemOf({ 'faq/when.yml': few })).toMatch(/when\.yml:\d+: .*write at least 8 messages/);
  const longButton = labelFile('faq.when').replace('button: ', 'button: bardzo długi przycisk ');
  expect(problemOf({ 'faq/when.yml': longButton })).toMatch(/when\.yml:2: .*shorten it/);
  expect(problemOf({ 'faq/when.yml': labelFile('faq.when', '  - ""\n') })).toMatch(
    /when\.yml:12: .*write one or remove the line/,
  );
});

test('a message that YAML reads as a number or a truth value is explained', () => {
  expect(problemOf({ 'faq/when.yml': labelFile('faq.when', '  - 10\n') })).toMatch(
    /when\.yml:12: .*put it in quotes/,
  );
});

test('a missing file, a wrong file name and an unknown intent are named', () => {
  expect(problemOf({ [fileOf('control.cancel')]: null })).toMatch(
    /control\.cancel\.yml:1: .*control\.cancel is missing/,
  );
  expect(problemOf({ 'faq/nowy wpis.yml': labelFile('faq.new') })).toMatch(/named after its id/);
  expect(problemOf({ 'intents/control.dance.yml': labelFile('control.dance') })).toMatch(
    /knows no such intent/,
  );
});

test('an entry of the lexicon with a hyphen, a digit or a capital is refused with its line', () => {
  for (const entry of ['dwa  słowa', 'e-book', 'Kod', 'kod2', '= kod']) {
    const concepts = `KOD: [kod]\nINNE:\n  - inne\n  - ${entry}\n`;
    expect(problemOf({ 'concepts.yml': concepts })).toMatch(/concepts\.yml:4: .*small letters/);
  }
});

test('an unknown key in the politeness file is named', () => {
  const politeness = 'opening: [cześć]\nclosing: [pa]\nmiddle: [no]\n';
  expect(problemOf({ 'politeness.yml': politeness })).toMatch(/politeness\.yml:\d+: .*middle/);
});

test('a bare word that offers an unknown label is named with its line', () => {
  expect(problemOf({ 'bareWords.yml': 'kod: [action.claim]\nkarta: [faq.wen]\n' })).toMatch(
    /bareWords\.yml:2: .*no entry and no intent has this label/,
  );
});

test('more examples are added to the label they stand under', () => {
  const more = 'faq.when:\n  - dodatkowe pytanie\n';
  const data = loadTrainingData(localesFolder({ 'examples/more.yml': more }));
  expect(data.messages.get('faq.when')).toContain('dodatkowe pytanie');
});

test('more examples for an unknown label, or that another label has, are named with their line', () => {
  expect(problemOf({ 'examples/more.yml': 'faq.when:\n  - coś\nfaq.wen:\n  - inne\n' })).toMatch(
    /more\.yml:[34]: .*no entry and no intent has this label/,
  );
  expect(problemOf({ 'examples/more.yml': 'faq.when:\n  - nowe\n  - faq pool trzy\n' })).toMatch(
    /already in|is already/,
  );
});
