import { z } from 'zod';
import { readYamlFile } from '../yamlFile.ts';

/** An example message and where it stands. */
export type PlacedMessage = {
  readonly text: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
};

/** Fewer ways to ask are no basis for recognising the question in others' words. */
export const minimumMessages = 8;
/** What Messenger and the widget show of a button without cutting it. */
const longestButton = 20;

const message = z
  .string('write a message here; put it in quotes if it has a colon or is a number, "tak" or "nie"')
  .trim()
  .min(1, 'this message is empty; write one or remove the line')
  .max(600, 'this message is longer than the 600 characters the bot reads; shorten it');

const messagesSchema = z.looseObject({
  title: message,
  button: message.max(
    longestButton,
    `a button holds ${String(longestButton)} characters; shorten it`,
  ),
  questions: z
    .array(message, 'list under it the messages readers may send, each on a line with "- "')
    .min(
      minimumMessages,
      `write at least ${String(minimumMessages)} messages, in the different words readers use`,
    ),
});

const moreExamplesSchema = z.record(
  z.string(),
  z.array(message, 'list under the label the messages readers may send, each on a line with "- "'),
);

/** The title, the button and the example messages of a FAQ entry or an intent. */
export function readMessagesFile(file: string): PlacedMessage[] {
  const { title, button, questions } = readYamlFile(file, messagesSchema);
  return [
    { text: title, file, path: ['title'] },
    { text: button, file, path: ['button'] },
    ...questions.map((text, index) => ({ text, file, path: ['questions', index] })),
  ];
}

/** More example messages, by label, for labels that have a file of their own. */
export function readMoreExamplesFile(file: string): Map<string, PlacedMessage[]> {
  const lists = Object.entries(readYamlFile(file, moreExamplesSchema));
  return new Map(
    lists.map(([label, texts]) => [
      label,
      texts.map((text, index) => ({ text, file, path: [label, index] })),
    ]),
  );
}
