import type {Questions} from './questions.ts'

/** Returns the questions in the terminal, or undefined where nobody can answer: in a script, or behind a pipe. */
export async function openQuestions(): Promise<Questions | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined
  return (await import('./terminalQuestions.ts')).terminalQuestions
}
