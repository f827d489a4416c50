import { accessSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { calendarDay, type CalendarDay, type Policy, type PolicyHistory } from '../rules/index.ts';
import { readYamlFile } from '../yamlFile.ts';
import { librarySchema, type LibraryManifest } from './libraryFile.ts';
import { ManifestError } from './manifestError.ts';
import { policySchema } from './policyFile.ts';

/** What a library declares about itself and its rules. */
export type Manifest = {
  readonly library: LibraryManifest;
  /** Oldest first. */
  readonly policies: PolicyHistory;
};

/**
 * Reads `library.yml` and every `policy/<first day>.yml` of `directory`. Throws an
 * `EditableFileError` for what is wrong in a file, a `ManifestError` for what is wrong around it.
 */
export function loadManifest(directory: string): Manifest {
  const libraryFile = join(directory, 'library.yml');
  orExplain(libraryFile, () => {
    accessSync(libraryFile);
  });
  return {
    library: readYamlFile(libraryFile, librarySchema),
    policies: loadPolicies(join(directory, 'policy')),
  };
}

function loadPolicies(directory: string): PolicyHistory {
  const [first, ...later] = orExplain(directory, () => readdirSync(directory))
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ file: join(directory, name), validFrom: firstDayIn(directory, name) }))
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .map(readPolicy);
  if (first) return [first, ...later];

  throw new ManifestError(
    'POLICY_MISSING',
    `${directory} holds no policy, so nobody can get a code. Add a file named after the first day ` +
      `on which its rules apply, for example 2024-06-07.yml.`,
  );
}

function readPolicy({ file, validFrom }: { file: string; validFrom: CalendarDay }): Policy {
  return { validFrom, ...readYamlFile(file, policySchema) };
}

function firstDayIn(directory: string, name: string): CalendarDay {
  try {
    if (!name.endsWith('.yml')) throw new RangeError(`"${name}" does not end in .yml`);
    return calendarDay(basename(name, '.yml'));
  } catch (cause) {
    throw new ManifestError(
      'POLICY_NAME_INVALID',
      `${join(directory, name)}: a policy file is named after the first day on which it applies, ` +
        `YYYY-MM-DD.yml. Rename the file, or move it out of this folder.`,
      { cause },
    );
  }
}

function orExplain<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new ManifestError(
      'MANIFEST_NOT_READABLE',
      `${path} cannot be read. Put it there, or correct the folder in which the manifest is looked for.`,
      { cause },
    );
  }
}
