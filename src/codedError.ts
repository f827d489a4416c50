export type CodedError = { readonly code: string; readonly message: string };

/** Every part names its errors by a code of such letters, and so do the system and PostgreSQL. */
const codeShape = /^[A-Z0-9_]+$/;

/**
 * What whoever runs the machine reads of an error: its code, or `codeless`, and what happened, without the
 * code that the system puts in front of it.
 */
export function codedError(error: unknown, codeless: string): CodedError {
  const text = error instanceof Error ? error.message : String(error);
  const named = error instanceof Error && 'code' in error ? String(error.code) : '';
  const code = codeShape.test(named) ? named : codeless;
  const repeated = `${code}: `;
  return { code, message: text.startsWith(repeated) ? text.slice(repeated.length) : text };
}
