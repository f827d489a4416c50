import { datedMessage, type DatedMessage } from './datedMessage.ts';

/**
 * The message with a bare number read as a day of the month in which a day was asked back for: "30"
 * after "Miesiąc listopad ma 30 dni. O który dzień chodzi?". Any other message stays as it is.
 */
export function dayOfOpenMonth(message: DatedMessage, openMonth: number | undefined): DatedMessage {
  const [number, ...others] = message.text.match(/\d+/g) ?? [];
  if (openMonth === undefined || !number || others.length > 0 || number.length > 2) return message;
  if (message.dates(null).length > 0) return message;
  const text = message.text.replace(/\d+\.?/, `${number}.${String(openMonth)}`);
  return datedMessage(text, message.today);
}
