import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'
import type {Shell} from '../shell.ts'

/** Checks the configuration, that the Content Lake responds, and what the token may read. */
export async function checkConnection(
  {client, hosted, address, projectId, dataset}: Connection,
  env: Shell['env'],
): Promise<Diagnosis[]> {
  const where = `${projectId}/${dataset} at ${address}`
  const start = performance.now()
  try {
    const count = await client.fetch<number>('count(*[_type == "touchpoint"])')
    const ms = Math.round(performance.now() - start)
    return [
      {about: 'Configuration', state: 'ok', message: hosted ? `hosted, ${where}` : where},
      count > 0
        ? {about: 'Content Lake', state: 'ok', message: `${count} sessions, ${ms} ms`}
        : {
            about: 'Content Lake',
            state: 'warn',
            message: `contains no session (${ms} ms). Create one in the Studio. If the dataset is private, set SANITY_API_READ_TOKEN.`,
          },
      await checkToken(client, env),
    ]
  } catch (error) {
    const advice = hosted
      ? 'Check SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET and the network.'
      : 'Start it with `npm start` or `npx touchpoints dev`. If it runs elsewhere, set TOUCHPOINTS_LAKE_PORT or SANITY_API_HOST.'
    const message = `${where} does not respond (${reasonOf(error)}). ${advice}`
    return [{about: 'Content Lake', state: 'fail', message}]
  }
}

async function checkToken(client: Connection['client'], env: Shell['env']): Promise<Diagnosis> {
  const about = 'Token'
  if (!env['SANITY_API_READ_TOKEN']) {
    const message =
      'SANITY_API_READ_TOKEN is not set. The site shows published content only, without previews.'
    return {about, state: 'ok', message}
  }
  try {
    await client.fetch('count(*)', {}, {perspective: 'drafts'})
    return {about, state: 'ok', message: 'SANITY_API_READ_TOKEN can read drafts.'}
  } catch (error) {
    const message = `SANITY_API_READ_TOKEN cannot read drafts (${reasonOf(error)}). Create a token with Viewer permissions in the project’s settings.`
    return {about, state: 'fail', message}
  }
}
