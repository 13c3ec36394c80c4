import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'
import type {Shell} from '../shell.ts'

/** Configuration, whether the Content Lake answers, and what the token may read. */
export async function checkConnection(
  {client, hosted, address, projectId, dataset}: Connection,
  env: Shell['env'],
): Promise<Diagnosis[]> {
  const where = `${projectId}/${dataset} at ${address}`
  const begun = performance.now()
  try {
    const count = await client.fetch<number>('count(*[_type == "touchpoint"])')
    const took = Math.round(performance.now() - begun)
    return [
      {about: 'Configuration', state: 'ok', message: hosted ? `hosted, ${where}` : where},
      count > 0
        ? {about: 'Content Lake', state: 'ok', message: `${count} touchpoints, ${took} ms`}
        : {
            about: 'Content Lake',
            state: 'doubtful',
            message: `it answers in ${took} ms and holds no touchpoint. A private dataset shows none without SANITY_API_READ_TOKEN.`,
          },
      await checkToken(client, env),
    ]
  } catch (error) {
    const advice = hosted
      ? 'Check SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET and the network.'
      : 'Start it with `npm start`, or set TOUCHPOINTS_LAKE_PORT or SANITY_API_HOST to where it is.'
    const message = `${where} does not answer (${reasonOf(error)}). ${advice}`
    return [{about: 'Content Lake', state: 'broken', message}]
  }
}

async function checkToken(client: Connection['client'], env: Shell['env']): Promise<Diagnosis> {
  const about = 'Token'
  if (!env['SANITY_API_READ_TOKEN']) {
    const message = 'SANITY_API_READ_TOKEN is not set: published content only, no preview.'
    return {about, state: 'ok', message}
  }
  try {
    await client.fetch('count(*)', {}, {perspective: 'drafts'})
    return {about, state: 'ok', message: 'SANITY_API_READ_TOKEN may read drafts.'}
  } catch (error) {
    const message = `SANITY_API_READ_TOKEN may not read drafts (${reasonOf(error)}): make one with Viewer rights in the project’s settings.`
    return {about, state: 'broken', message}
  }
}
