import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

/**
 * Creates a client for the sample's dataset in an embedded Content Lake.
 *
 * @param apiHost - such as `http://localhost:3900`
 * @param config - overrides of the configuration
 */
export function lakeClient(apiHost: string, config: ClientConfig = {}): SanityClient {
  return createClient({
    projectId: 'touchpoints',
    dataset: 'production',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
    apiVersion,
    ...config,
  })
}
