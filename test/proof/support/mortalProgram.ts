// Loaded before the whole program: lets it die in one of its own file operations, as MORTAL_FAULT says.
import { makeFilesMortal, type Fault } from './mortalFiles.ts';

await makeFilesMortal(JSON.parse(process.env['MORTAL_FAULT'] ?? '') as Fault);
