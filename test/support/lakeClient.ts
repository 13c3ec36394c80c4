import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

/**
 * A client of the sample's dataset in an embedded Content Lake, as any program on this machine would make
 * one.
 *
 * @param apiHost - such as `http://localhost:3900`
 * @param config - what is to be otherwise
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
