/** What a person has to do before the project can run; shown without a stack trace. */
export class SetupProblem extends Error {}

/** Tells the operator what takes so long. On stderr, because stdout belongs to the command itself. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs `work`; a problem that the operator can solve ends the process with its message alone. */
export async function stopOnProblem(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    say(error.message);
    process.exit(1);
  }
}
