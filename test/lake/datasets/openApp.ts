import {randomUUID} from 'node:crypto'
import {watchEventLoop} from '../../../lake/budget/watchEventLoop.ts'
import {CopyJobs} from '../../../lake/datasets/copyJobs.ts'
import {dataFiles} from '../../../lake/datasets/dataFiles.ts'
import type {DatasetName} from '../../../lake/datasets/datasetName.ts'
import {Datasets} from '../../../lake/datasets/datasets.ts'
import {type OpenDataset, openDataset} from '../../../lake/datasets/openDataset.ts'
import {createApp} from '../../../lake/http/createApp.ts'
import type {Token} from '../../../lake/http/visitor.ts'
import {defaultLimits} from '../../../lake/limits.ts'
import {openSharedResources} from '../../../lake/sharedResources.ts'
import {openWebhooks} from '../../../lake/webhooks/openWebhooks.ts'
import {testNow} from '../../support/clock/testNow.ts'

/** Opens the parts of a lake in memory, so that a test sees its routes and can break it. */
export function openApp(
  names: readonly [DatasetName, ...DatasetName[]],
  change: (opened: OpenDataset) => OpenDataset = (opened) => opened,
  tokens: readonly Token[] = [],
) {
  const [first] = names
  const clock = {now: testNow}
  const shared = openSharedResources(defaultLimits)
  const eventLoop = watchEventLoop(defaultLimits.eventLoopDelayMilliseconds)
  const datasets: Datasets = new Datasets({
    first,
    files: dataFiles({file: ':memory:'}, first),
    onDelete: () => {},
    warn: () => {},
    clock,
    open: (name, file, store) =>
      change(
        openDataset({
          ...name,
          file,
          ...(store && {store}),
          clock,
          limits: defaultLimits,
          shared,
          historyDays: undefined,
          confirmedDate: undefined,
          warn: () => {},
        }),
      ),
  })
  for (const name of names) datasets.ensure(name)
  const app = createApp(datasets, {
    tokens,
    isAllowedHost: () => true,
    isAllowedOrigin: () => true,
    eventLoop,
    eventStreams: shared.streams,
    jobs: new CopyJobs(datasets, {clock, makeId: randomUUID}),
    webhooks: openWebhooks({
      projectId: first.projectId,
      webhooks: [],
      allowedWebhookHosts: [],
      clock,
      makeId: randomUUID,
      warn: () => {},
      values: (project) => datasets.values(project),
    }),
  })
  return {
    app,
    datasets,
    close() {
      eventLoop.close()
      datasets.close()
      shared.close()
    },
  }
}
