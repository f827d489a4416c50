import { z } from 'zod';
import { readYamlFile } from '../yamlFile.ts';

/** An example message and where in its file it stands. */
export type PlacedMessage = { readonly text: string; readonly path: readonly (string | number)[] };

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

/** The title, the button and the example messages of a FAQ entry or an intent. */
export function readMessagesFile(file: string): readonly PlacedMessage[] {
  const { title, button, questions } = readYamlFile(file, messagesSchema);
  return [
    { text: title, path: ['title'] },
    { text: button, path: ['button'] },
    ...questions.map((text, index) => ({ text, path: ['questions', index] })),
  ];
}
