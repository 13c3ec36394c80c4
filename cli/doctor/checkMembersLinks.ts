import type {Connection} from '../connection.ts'
import type {Diagnosis} from './diagnosis.ts'

const membersLinks = `count(*[
  (_type == "touchpoint" && audience == "members" && defined(links.join)) ||
  (_type == "series" && audience == "members" && defined(defaultLinks.join))
])`

/**
 * Checks that nobody can read members' join links from the dataset itself. The loader leaves them out, but
 * a public dataset answers every query. A lake on this machine is not public.
 */
export async function checkMembersLinks({
  client,
  hosted,
}: Pick<Connection, 'client' | 'hosted'>): Promise<Diagnosis[]> {
  if (!hosted) return []
  const about = 'Members’ links'
  const anyone = client.withConfig({token: '', useCdn: false})
  // A private dataset refuses the query, which is what is wanted.
  const count = await anyone.fetch<number>(membersLinks).catch(() => 0)
  if (count === 0) return [{about, state: 'ok', message: 'Not readable without a token.'}]
  const message = `Anyone can read ${count} join links of members’ meetings, because the dataset is public. Make it private at sanity.io/manage and set SANITY_API_READ_TOKEN on the server.`
  return [{about, state: 'warn', message}]
}
