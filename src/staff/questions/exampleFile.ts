import { isScalar, isSeq, parseDocument, stringify } from 'yaml';

const listName = 'questions';
/** Long lines stay one line, and brackets stay as librarians write them: `[pool, when]`. */
const style = {
  lineWidth: 0,
  flowCollectionPadding: false,
  singleQuote: true,
  blockQuote: false,
} as const;

/**
 * The YAML text of an entry's file with one more example message, a single line, at the end of its
 * `questions`. All other bytes stay as they are; only a list in brackets has its file written anew,
 * with its comments. Throws a `RangeError` for a file without such a list.
 */
export function withExample(source: string, message: string): string {
  const document = parseDocument(source);
  const list = document.get(listName);
  if (!isSeq(list) || !list.range) throw new RangeError(`There is no list "${listName}".`);
  const last: unknown = list.items.at(-1);
  const [start] = list.range;
  const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (list.flow === true || !isScalar(last) || !last.range || indent.trim() !== '') {
    document.addIn([listName], message);
    return document.toString(style);
  }

  const line = `${indent}- ${stringify(message, style).trimEnd()}`;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const end = endOfLine(source, last.range[1]);
  const before = source.slice(0, end);
  const gap = before.endsWith('\n') ? '' : newline;
  return `${before}${gap}${line}${newline}${source.slice(end)}`;
}

/** Where the line after the value that ends at `offset` begins, behind a comment beside the value. */
function endOfLine(source: string, offset: number): number {
  if (source[offset - 1] === '\n') return offset;
  const newline = source.indexOf('\n', offset);
  return newline === -1 ? source.length : newline + 1;
}
