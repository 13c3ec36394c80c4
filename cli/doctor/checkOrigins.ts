import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'
import type {Shell} from '../shell.ts'

/** Checks that the Studio and the site may query the Content Lake from a browser (CORS). */
export async function checkOrigins(
  {client, dataset}: Pick<Connection, 'client' | 'dataset'>,
  env: Shell['env'],
): Promise<Diagnosis[]> {
  const studio = `http://localhost:${env['TOUCHPOINTS_STUDIO_PORT'] || 3333}`
  const origins = [...new Set([env['SANITY_STUDIO_URL'] || studio, env['SITE_URL']])]
  const url = client.getUrl(`/data/query/${dataset}?query=1`)
  return Promise.all(
    origins.filter((origin) => origin !== undefined).map((origin) => checkOrigin(url, origin)),
  )
}

async function checkOrigin(url: string, origin: string): Promise<Diagnosis> {
  const about = `Origin ${origin}`
  try {
    const {headers} = await fetch(url, {headers: {origin}, signal: AbortSignal.timeout(10_000)})
    const allowed = headers.get('access-control-allow-origin')
    if (allowed === origin) return {about, state: 'ok', message: 'may query the Content Lake.'}
    const message = `may not query the Content Lake, so a page there shows nothing. Add it to the project’s CORS origins. The Studio also needs “Allow credentials”.`
    return {about, state: 'warn', message}
  } catch (error) {
    return {
      about,
      state: 'warn',
      message: `could not be checked (${reasonOf(error)}). Check the network and run it again.`,
    }
  }
}
