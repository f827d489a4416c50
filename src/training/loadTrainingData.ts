import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { intents, type Intent, type TrainingData } from '../understanding/index.ts';
import { EditableFileError } from '../yamlFile.ts';
import { checkDuplicates, type LabelFile } from './checkDuplicates.ts';
import { readConceptsFile, readPolitenessFile, readQuestionWordsFile } from './lexiconFiles.ts';
import { readMessagesFile } from './messagesFile.ts';

/**
 * Reads the example messages and the lexicon from `locales/pl` (faq, intents, concepts.yml,
 * politeness.yml, questionWords.yml). Titles and buttons count as messages: whatever a button says can be typed.
 * Throws an `EditableFileError` with file, line and what to do.
 */
export function loadTrainingData(localesRoot: string): TrainingData {
  const files = [
    ...labelFiles(join(localesRoot, 'faq'), faqLabel),
    ...labelFiles(join(localesRoot, 'intents'), intentLabel),
  ];
  for (const label of intents) requireFile(localesRoot, label, files);
  checkDuplicates(files);
  return {
    messages: new Map(
      files.map(({ label, messages }) => [label, messages.map(({ text }) => text)]),
    ),
    concepts: readConceptsFile(join(localesRoot, 'concepts.yml')),
    politeness: readPolitenessFile(join(localesRoot, 'politeness.yml')),
    questionWords: readQuestionWordsFile(join(localesRoot, 'questionWords.yml')),
  };
}

function labelFiles(folder: string, labelOf: (name: string, file: string) => Intent): LabelFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const label = labelOf(name.slice(0, -'.yml'.length), file);
      return { file, label, messages: readMessagesFile(file) };
    });
}

function faqLabel(name: string, file: string): Intent {
  if (/^[a-z][A-Za-z0-9]*$/.test(name)) return `faq.${name}`;
  throw new EditableFileError(
    file,
    1,
    'a FAQ file is named after its id: English letters and digits only, such as devices.yml',
  );
}

function intentLabel(name: string, file: string): Intent {
  const label = intents.find((intent) => intent === name && !intent.startsWith('faq.'));
  if (label) return label;
  const known = intents.filter((intent) => !intent.startsWith('faq.')).join(', ');
  throw new EditableFileError(file, 1, `the bot knows no such intent; it knows ${known}`);
}

function requireFile(localesRoot: string, label: Intent, files: readonly LabelFile[]): void {
  if (files.some((file) => file.label === label)) return;
  const file = label.startsWith('faq.')
    ? join(localesRoot, 'faq', `${label.slice('faq.'.length)}.yml`)
    : join(localesRoot, 'intents', `${label}.yml`);
  throw new EditableFileError(file, 1, `the file with the example messages of ${label} is missing`);
}
