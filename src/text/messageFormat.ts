import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

export type TextValue = string | number;
export type TextValues = Readonly<Record<string, TextValue>>;

/** One sentence of a locale file, compiled. */
export type Message = {
  /** Names of the values that the sentence needs, sorted. */
  readonly valueNames: readonly string[];
  format(values: TextValues): string;
};

/** Compiles an ICU message in Polish. Throws a SyntaxError when it is none. Tags are plain text. */
export function compileMessage(source: string): Message {
  const elements = parse(source, { ignoreTag: true, requiresOtherClause: true });
  const compiled = new IntlMessageFormat(source, 'pl', undefined, { ignoreTag: true });
  const valueNames = [...new Set(valueNamesOf(elements))].sort();
  return { valueNames, format: onceFor(valueNames, (values) => String(compiled.format(values))) };
}

/** One reader after the other is told the same of the day: what is said again is not made again. */
function onceFor(
  valueNames: readonly string[],
  make: (values: Record<string, TextValue>) => string,
): Message['format'] {
  let last: { readonly values: TextValues; readonly text: string } | null = null;
  return (values) => {
    const isSame = last !== null && valueNames.every((name) => last?.values[name] === values[name]);
    if (last === null || !isSame) {
      const own = { ...values };
      last = { values: own, text: make(own) };
    }
    return last.text;
  };
}

function valueNamesOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [
          element.value,
          ...Object.values(element.options).flatMap((option) => valueNamesOf(option.value)),
        ];
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [element.value];
      case TYPE.tag:
        return valueNamesOf(element.children);
    }
  });
}
