import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { podcastGuid, uuidV5 } from '#lib/publishing/guid.ts'

const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()

test.each([
  // The namespace's own example.
  'podnews.net/rss',
  'https://podnews.net/rss',
  'http://podnews.net/rss/',
  'HTTPS://podnews.net/rss//',
])('%s has the guid of podnews', (feedUrl) => {
  expect(podcastGuid(feedUrl, sha1)).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c')
})

test('version 5 in general: RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(uuidV5(dns, 'www.example.com', sha1)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})
