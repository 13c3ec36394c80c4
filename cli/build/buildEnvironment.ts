import {quiet, sampleFeedsOf} from '../dev/environments.ts'
import type {ProjectLake} from '../dev/openProjectLake.ts'
import type {Settings} from '../dev/settings.ts'
import type {Shell} from '../shell.ts'

/** Variables of the build of a site. */
export function buildEnvironment(
  {kind, settings, address}: ProjectLake,
  {siteUrl, server}: {siteUrl: string | undefined; server: boolean},
  env: Shell['env'],
): Shell['env'] {
  const {projectId, dataset, dataFolder} = settings
  return {
    ...(kind !== 'hosted' && sampleFeedsOf(settings)),
    TOUCHPOINTS_DATA: dataFolder,
    ...env,
    ...quiet,
    ...(siteUrl && {SITE_URL: siteUrl}),
    TOUCHPOINTS_OUTPUT: server ? 'server' : 'static',
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    ...(address && {SANITY_API_HOST: address}),
  }
}

/**
 * Variables of the build of a Studio. Without the hosted service and SANITY_STUDIO_API_HOST, the Studio uses the lake of
 * the machine where it is opened.
 */
export function studioBuildEnvironment(
  {ports, projectId, dataset}: Settings,
  siteUrl: string | undefined,
  env: Shell['env'],
): Shell['env'] {
  const isHosted = env['SANITY_STUDIO_PROJECT_ID'] && !env['SANITY_API_HOST']
  return {
    ...(!isHosted && {SANITY_STUDIO_API_HOST: `http://localhost:${ports.lake}`}),
    // Without a path: previews have the whole address of a page.
    SANITY_STUDIO_PREVIEW_URL: siteUrl ? new URL(siteUrl).origin : `http://localhost:${ports.site}`,
    ...env,
    ...quiet,
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    CI: '1',
  }
}
