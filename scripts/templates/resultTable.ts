import type {StepResult} from './runSteps.ts'

export interface TemplateResult {
  name: string
  commit: string
  versions: readonly string[]
  steps: readonly StepResult[]
}

/** Returns the Markdown table of the results: a row for each step, a column for each template. */
export function resultTable(results: readonly TemplateResult[], date: string): string {
  const titles = results[0]?.steps.map(({title}) => title) ?? []
  return [
    row(date, ...results.map(({name}) => name)),
    row('---', ...results.map(() => '---')),
    row('Commit', ...results.map(({commit}) => commit)),
    row('Versions', ...results.map(({versions}) => versions.join(', '))),
    ...titles.map((title, index) => row(title, ...results.map(({steps}) => outcome(steps[index])))),
  ].join('\n')
}

function outcome(step: StepResult | undefined): string {
  if (step === undefined) return 'did not run'
  if (step.outcome === 'absent') return 'not in this template'
  if (step.outcome === 'passed') return 'passed'
  return `failed: ${step.reason.split('\n')[0]}`
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
