import {expect, onTestFinished, test} from 'vitest'
import {createLake, serve} from '../../lake/index.ts'

test.each([
  {cert: '', key: ''},
  {cert: 'junk', key: ''},
  {cert: ' \n', key: 'junk'},
])('an empty certificate or key is an error at the start: %j', async (tls) => {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
  onTestFinished(() => lake.close())
  const serving = serve(lake, {port: 0, tls})
  serving.then(
    (server) => server.close(),
    () => {},
  )
  await expect(serving).rejects.toMatchObject({
    code: 'invalid-configuration',
    message: expect.stringMatching(/^Could not use the certificate \(the (cert|key) is empty\)/),
  })
})
