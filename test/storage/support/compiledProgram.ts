import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../../..');

/** A program of a test, compiled with all it imports so that plain `node` of any version runs it. */
export type CompiledProgram = { readonly file: string; remove(): Promise<void> };

/** Compiles the TypeScript file `entry` and the project files it imports into a temporary folder. */
export async function compileProgram(entry: string): Promise<CompiledProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'legimi-program-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await compileInto(folder, resolve(entry), new Set());
  return {
    file: compiledName(folder, resolve(entry)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compileInto(folder: string, source: string, done: Set<string>): Promise<void> {
  if (done.has(source)) return;
  done.add(source);
  const { outputText } = ts.transpileModule(await readFile(source, 'utf8'), {
    fileName: source,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const target = compiledName(folder, source);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, outputText);
  for (const imported of ts.preProcessFile(outputText).importedFiles) {
    if (!imported.fileName.startsWith('.')) continue;
    const file = resolve(dirname(source), imported.fileName).replace(/\.js$/, '.ts');
    await compileInto(folder, file, done);
  }
}

function compiledName(folder: string, source: string): string {
  return join(folder, relative(root, source)).replace(/\.ts$/, '.js');
}
