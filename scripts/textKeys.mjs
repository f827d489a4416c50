// Writes src/text/textKeys.ts: the key of every sentence in locales/pl and the values it needs,
// so that the compiler refuses a sentence that does not exist or lacks a value.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'locales/pl');
const target = join(root, 'src/text/textKeys.ts');

/** @returns {Promise<boolean>} true when the file had to be written anew */
export async function writeTextKeys() {
  const { parse: parseYaml } = await import('yaml');
  const icu = await import('@formatjs/icu-messageformat-parser');
  const messages = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()) {
    if (['concepts.yml', 'politeness.yml', 'questionWords.yml', 'bareWords.yml'].includes(file))
      continue;
    collect(basename(file, '.yml'), parseYaml(readFileSync(join(folder, file), 'utf8')), messages);
  }
  const lines = messages.map(({ key, source }) => ({
    key,
    values: valuesOf(icu, icu.parse(source, { ignoreTag: true })),
  }));
  const text = render(lines);
  if (readOrNull(target) === text) return false;
  writeFileSync(target, text);
  return true;
}

function collect(prefix, tree, messages) {
  for (const [name, value] of Object.entries(tree ?? {})) {
    const key = `${prefix}.${name}`;
    if (typeof value === 'string') messages.push({ key, source: value });
    else collect(key, value, messages);
  }
}

function valuesOf({ TYPE }, elements, values = new Map()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type === TYPE.plural || element.type === TYPE.number)
      values.set(element.value, 'number');
    else if (element.type === TYPE.select) {
      const names = Object.keys(element.options).filter((name) => name !== 'other');
      values.set(element.value, [...names, 'other'].map((name) => `'${name}'`).join(' | '));
    } else if (!values.has(element.value)) values.set(element.value, 'string | number');
    for (const option of Object.values(element.options ?? {}))
      valuesOf({ TYPE }, option.value, values);
  }
  return values;
}

function render(lines) {
  const sorted = (values) => [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const types = lines.map(({ key, values }) =>
    values.size === 0
      ? `  '${key}': Record<string, never>;`
      : `  '${key}': { ${sorted(values)
          .map(([name, type]) => `${name}: ${type}`)
          .join('; ')} };`,
  );
  const names = lines.map(
    ({ key, values }) =>
      `  '${key}': [${sorted(values)
        .map(([name]) => `'${name}'`)
        .join(', ')}],`,
  );
  return `// Written by scripts/textKeys.mjs from locales/pl. Change the locale files, not this one.

/** The values that each sentence needs. */
export type ValuesOf = {
${types.join('\n')}
};

export type TextKey = keyof ValuesOf;

export const textValueNames: Readonly<Record<TextKey, readonly string[]>> = {
${names.join('\n')}
};
`;
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeTextKeys();
