import {join} from 'node:path'
import {steps, type StepContext} from './steps.ts'

export type StepResult = {title: string; screenshot: string} & (
  | {outcome: 'passed'}
  | {outcome: 'failed'; reason: string}
  | {outcome: 'absent'}
)

/** Runs all steps. After a failure, the next ones show what still works. */
export async function runSteps(context: StepContext, screenshots: string): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const [index, step] of steps.entries()) {
    const name = `${index + 1}-${step.title.toLowerCase().replaceAll(' ', '-')}.png`
    const shown = {title: step.title, screenshot: join(screenshots, name)}
    if (step.appliesTo?.(context.template) === false) {
      results.push({...shown, outcome: 'absent'})
      continue
    }
    const reason = await failureOf(() => step.run(context))
    // A window that hangs has no screenshot. The step's result stays.
    await failureOf(() => context[step.window].screenshot({path: shown.screenshot}))
    const result: StepResult =
      reason === undefined ? {...shown, outcome: 'passed'} : {...shown, outcome: 'failed', reason}
    console.log(
      `${result.outcome === 'passed' ? '✓' : '✗'} ${step.title}${reason ? `: ${reason}` : ''}`,
    )
    results.push(result)
  }
  return results
}

async function failureOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
