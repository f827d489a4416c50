// Loaded before the whole program: lets it die in one of its own file operations, as MORTAL_FAULT says. A
// program that ends in peace tells how many there were.
import { writeSync } from 'node:fs';
import { makeFilesMortal, type Fault } from './mortalFiles.ts';

const operations = await makeFilesMortal(JSON.parse(process.env['MORTAL_FAULT'] ?? '') as Fault);
process.on('exit', () => writeSync(1, `File operations: ${operations()}\n`));
