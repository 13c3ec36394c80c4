import {readProgramme, type ProgrammeOptions} from '../../feeds/readProgramme.ts'
import type {Loader} from '../../loader.ts'
import type {HugoContent} from './hugoFiles.ts'

/** Everything that `hugoFiles` writes down. */
export async function readHugoContent(
  loader: Loader,
  options: ProgrammeOptions,
): Promise<HugoContent> {
  const [programme, touchpoints, series, workingGroups, recordings] = await Promise.all([
    readProgramme(loader, options),
    loader.touchpoints({limit: 10_000}),
    loader.series(),
    loader.workingGroups(),
    loader.recordings(),
  ])
  const problems = [programme, touchpoints, series, workingGroups, recordings].flatMap(
    (answer) => answer.problems,
  )
  return {
    programme: {...programme, problems},
    touchpoints: touchpoints.data,
    series: series.data,
    workingGroups: workingGroups.data,
    recordings: recordings.data,
  }
}
