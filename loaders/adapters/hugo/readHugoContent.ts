import {readSnapshot, type SnapshotOptions} from '../../feeds/readSnapshot.ts'
import type {Loader} from '../../loader.ts'
import type {HugoContent} from './hugoFiles.ts'

/** Reads everything that `hugoFiles` writes. */
export async function readHugoContent(
  loader: Loader,
  options: SnapshotOptions = {},
): Promise<HugoContent> {
  const {language} = options
  const ownLoader = language === undefined ? loader : loader.inLanguage(language)
  const [snapshot, community, touchpoints, series, workingGroups, recordings] = await Promise.all([
    readSnapshot(loader, options),
    ownLoader.community(),
    ownLoader.touchpoints({limit: 10_000}),
    ownLoader.series(),
    ownLoader.workingGroups(),
    ownLoader.recordings(),
  ])
  const added = await Promise.all(
    Object.entries(loader.extension?.documents ?? {}).map(async ([type, {view, order}]) => {
      const read = await ownLoader.read(view, {type, ...(order !== undefined && {order})})
      return {type, ...read}
    }),
  )
  const own = [snapshot, community, touchpoints, series, workingGroups, recordings]
  const problems = [...own, ...added].flatMap((result) => result.problems)
  return {
    snapshot: {...snapshot, problems},
    community: community.data,
    touchpoints: touchpoints.data,
    series: series.data,
    workingGroups: workingGroups.data,
    recordings: recordings.data,
    added: Object.fromEntries(added.map(({type, data}) => [type, data])),
  }
}
