import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { intents, type Intent, type TrainingData } from '../understanding/index.ts';
import { EditableFileError } from '../yamlFile.ts';
import { checkDuplicates } from './checkDuplicates.ts';
import { failAt } from './failAt.ts';
import {
  readBareWordsFile,
  readConceptsFile,
  readPolitenessFile,
  readQuestionWordsFile,
} from './lexiconFiles.ts';
import { readMessagesFile, readMoreExamplesFile, type PlacedMessage } from './messagesFile.ts';

/**
 * Reads the example messages and the lexicon from `locales/pl`: folders faq, intents and examples,
 * files concepts.yml, politeness.yml, questionWords.yml and bareWords.yml. Titles and buttons count as messages:
 * whatever a button says can be typed. Throws an `EditableFileError` with file, line and what to do.
 */
export function loadTrainingData(localesRoot: string): TrainingData {
  const messages = new Map<Intent, PlacedMessage[]>();
  for (const name of ymlFiles(localesRoot, 'faq')) {
    const file = join(localesRoot, 'faq', name);
    messages.set(faqLabel(name, file), readMessagesFile(file));
  }
  for (const name of ymlFiles(localesRoot, 'intents')) {
    const file = join(localesRoot, 'intents', name);
    messages.set(intentLabel(name, file), readMessagesFile(file));
  }
  for (const label of intents) requireFile(localesRoot, label, messages);
  for (const name of ymlFiles(localesRoot, 'examples')) {
    addExamples(join(localesRoot, 'examples', name), messages);
  }
  checkDuplicates(messages);
  const labels = [...messages.keys()];
  return {
    messages: new Map([...messages].map(([label, list]) => [label, list.map(({ text }) => text)])),
    concepts: readConceptsFile(join(localesRoot, 'concepts.yml')),
    politeness: readPolitenessFile(join(localesRoot, 'politeness.yml')),
    questionWords: readQuestionWordsFile(join(localesRoot, 'questionWords.yml')),
    bareWords: readBareWords(join(localesRoot, 'bareWords.yml'), labels),
  };
}

function ymlFiles(localesRoot: string, folder: string): string[] {
  const path = join(localesRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yml'))
    .sort();
}

function faqLabel(name: string, file: string): Intent {
  const id = withoutEnding(name);
  if (/^[a-z][A-Za-z0-9]*$/.test(id)) return `faq.${id}`;
  throw new EditableFileError(
    file,
    1,
    'a FAQ file is named after its id: English letters and digits only, such as devices.yml',
  );
}

function intentLabel(name: string, file: string): Intent {
  const known = intents.filter((intent) => !intent.startsWith('faq.'));
  const label = known.find((intent) => intent === withoutEnding(name));
  if (label) return label;
  const list = known.join(', ');
  throw new EditableFileError(file, 1, `the bot knows no such intent; it knows ${list}`);
}

function withoutEnding(name: string): string {
  return name.slice(0, -'.yml'.length);
}

function requireFile(
  localesRoot: string,
  label: Intent,
  messages: ReadonlyMap<Intent, unknown>,
): void {
  if (messages.has(label)) return;
  const file = label.startsWith('faq.')
    ? join(localesRoot, 'faq', `${label.slice('faq.'.length)}.yml`)
    : join(localesRoot, 'intents', `${label}.yml`);
  throw new EditableFileError(file, 1, `the file with the example messages of ${label} is missing`);
}

/** Adds the messages of a file in examples to the labels they name. */
function addExamples(file: string, messages: ReadonlyMap<Intent, PlacedMessage[]>): void {
  for (const [name, list] of readMoreExamplesFile(file)) {
    const label =
      knownLabel(name, [...messages.keys()]) ?? failAt({ file, path: [name] }, unknownLabel);
    messages.get(label)?.push(...list);
  }
}

function readBareWords(file: string, labels: readonly Intent[]): TrainingData['bareWords'] {
  return new Map(
    [...readBareWordsFile(file)].map(([word, names]) => [
      word,
      names.map(
        (name, index) =>
          knownLabel(name, labels) ?? failAt({ file, path: [word, index] }, unknownLabel),
      ),
    ]),
  );
}

const unknownLabel = 'no entry and no intent has this label; correct the name or add its file';

function knownLabel(name: string, labels: readonly Intent[]): Intent | undefined {
  return labels.find((known) => known === name);
}
