import { z } from 'zod';
import type { TrainingData } from '../understanding/index.ts';
import { readYamlFile } from '../yamlFile.ts';

const entry = z
  .string('write the beginning of a word here; put "tak" and "nie" in quotes')
  .regex(
    /^\p{Ll}+( \p{Ll}+)*=?$/u,
    'an entry is the beginning of a word, a whole word with "=" at its end, or several words: ' +
      'small letters only',
  );

const conceptsSchema = z.record(
  z.string().regex(/^\p{Lu}[\p{Lu}_]*$/u, 'a concept has a name in capital letters, such as KOD'),
  z.array(entry, 'list the beginnings of words in brackets: [kod, kupon]').min(1),
);

const phrase = z.string().regex(/\p{L}/u, 'this phrase has no letters; remove the line');
const politenessSchema = z.strictObject({ opening: z.array(phrase), closing: z.array(phrase) });
const questionWordsSchema = z.strictObject({
  joining: z.array(phrase),
  starting: z.array(phrase),
  subject: phrase,
});

/** Classes of words with one meaning: `KOD: [kod, kupon]`. */
export function readConceptsFile(file: string): TrainingData['concepts'] {
  return new Map(Object.entries(readYamlFile(file, conceptsSchema)));
}

/** Phrases at the beginning and the end of a message that ask nothing. */
export function readPolitenessFile(file: string): TrainingData['politeness'] {
  return readYamlFile(file, politenessSchema);
}

const bareWordsSchema = z.record(
  phrase,
  z.array(z.string(), 'list in brackets what to offer: [action.claim, faq.when]').min(1).max(3),
);

/** Words that ask nothing by themselves, with up to three labels to offer. */
export function readBareWordsFile(file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(readYamlFile(file, bareWordsSchema)));
}

/** Words that join or start questions, for telling two questions in one message apart. */
export function readQuestionWordsFile(file: string): TrainingData['questionWords'] {
  return readYamlFile(file, questionWordsSchema);
}
