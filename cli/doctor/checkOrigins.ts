import type {Connection} from '../connection.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Diagnosis} from './diagnosis.ts'
import type {Shell} from '../shell.ts'

/** Whether the browsers' origins may ask the Content Lake (CORS), with their login. */
export async function checkOrigins(
  {client, dataset}: Pick<Connection, 'client' | 'dataset'>,
  env: Shell['env'],
): Promise<Diagnosis[]> {
  const studio = `http://localhost:${env['TOUCHPOINTS_STUDIO_PORT'] || 3333}`
  const origins = [...new Set([env['SANITY_STUDIO_URL'] || studio, env['SITE_URL']])]
  const url = client.getUrl(`/data/query/${dataset}?query=1`)
  return Promise.all(
    origins.filter((origin) => origin !== undefined).map((origin) => ask(url, origin)),
  )
}

async function ask(url: string, origin: string): Promise<Diagnosis> {
  const about = `Origin ${origin}`
  try {
    const {headers} = await fetch(url, {headers: {origin}, signal: AbortSignal.timeout(10_000)})
    const allowed = headers.get('access-control-allow-origin')
    if (allowed === origin) return {about, state: 'ok', message: 'may ask the Content Lake.'}
    const message = `may not ask the Content Lake: a browser there shows nothing. Add it to the project’s CORS origins, with credentials for the Studio.`
    return {about, state: 'doubtful', message}
  } catch (error) {
    return {about, state: 'doubtful', message: `could not be asked about (${reasonOf(error)}).`}
  }
}
