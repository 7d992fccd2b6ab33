import { expect, test } from 'vitest'
import { listeningApp } from '#lib/report/agent.ts'
import { knownApps } from '#lib/report/known-apps.ts'
import { machineNames } from '#lib/report/known-machines.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

test.each([
  ['AlexaMediaPlayer/2.1.4676.0 (Linux;Android 5.1.1)', 'Alexa'],
  ['AmazonMusic/24.9 Harley/1.0', 'Amazon Music'],
  ['AntennaPod/3.4.0', 'AntennaPod'],
  ['Podcasts/1721.1 CFNetwork/1568.100.1 Darwin/24.0.0', 'Apple Podcasts'],
  ['Balados/1721.1 CFNetwork/1568.100.1 Darwin/24.0.0', 'Apple Podcasts'],
  ['iTunes/12.13 (Windows; Microsoft Windows 11 x64)', 'Apple Podcasts'],
  ['CastBox/11.2.0 (Linux;Android 14)', 'CastBox'],
  ['Castro 2024.9/1501', 'Castro'],
  ['Deezer/10.34 CFNetwork/1568 Darwin/24.0.0', 'Deezer'],
  ['gPodder/3.11.4 (+http://gpodder.org/) Linux', 'gPodder'],
  ['newsboat/2.35.0 (Linux x86_64)', 'newsboat'],
  ['Overcast/3.0 (+http://overcast.fm/; iOS podcast app)', 'Overcast'],
  ['Pocket Casts', 'Pocket Casts'],
  ['Shifty Jelly Pocket Casts, Android v7', 'Pocket Casts'],
  ['PodcastAddict/v5 (+https://podcastaddict.com/; Android podcast app)', 'Podcast Addict'],
  ['Sonos/82.2 (ZPS38)', 'Sonos'],
  ['Spotify/8.9.80 Android/34 (SM-A137F)', 'Spotify'],
  ['VLC/3.0.20 LibVLC/3.0.20', 'VLC'],
  ['AppleCoreMedia/1.0.0.22A3354 (iPhone; U; CPU OS 18_0 like Mac OS X; fr_fr)', 'Appareil Apple'],
  ['MaRadio/12 CFNetwork/1568.100.1 Darwin/24.0.0', 'Appareil Apple'],
  ['MaRadio/1.0 (Linux;Android 12) ExoPlayerLib/2.18', 'Appareil Android'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome}`, 'Navigateur'],
  [`Mozilla/5.0 (Linux; Android 9; CUBOT X19) ${chrome}`, 'Navigateur'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Navigateur'],
  ['Une app que personne ne connaît/0.1', 'Autre application'],
])('%s listens with %s', (agent, app) => expect(listeningApp(agent)).toBe(app))

test.each([
  [undefined],
  [''],
  ['  '],
  ['Mozilla/5.0'],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [`Mozilla/5.0 (Linux; Android 6.0.1) ${chrome} (compatible; bingbot/2.0)`],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36'],
  ['Mozilla/5.0 (compatible; Unheard-Of-Crawler/1)'],
  ['facebookexternalhit/1.1'],
  ['Spotify/1.0'],
  ['Overcast/1.0 Podcast Sync (123 subscribers; feed-id=1)'],
  ['PlayerFM/1.0 Podcast Sync'],
  ['itms'],
  ['atc/1.0 watchOS/10.5 model/Watch6,2'],
  ['Castopod/1.12'],
  ['curl/8.9.1'],
  ['Wget/1.24'],
  ['python-requests/2.32'],
  ['okhttp/4.12.0'],
  ['Go-http-client/2.0'],
  ['node'],
  ['Lavf/60.16.100'],
  ['PodnewsBot/1.0'],
  ['Deezer Podcasters/1.0'],
  ['Mozilla/5.0 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)'],
])('%s is a machine', (agent) => expect(listeningApp(agent)).toBeNull())

test('both lists are in alphabetical order and name each once', () => {
  const apps = knownApps.map(({ name }) => name)
  expect(apps).toEqual(sorted(apps))
  expect(machineNames).toEqual(sorted(machineNames))
  expect(machineNames).toEqual(machineNames.map((name) => name.toLowerCase()))
})

test('a header made to be slow to read is read at once', () => {
  expect(listeningApp(`${'('.repeat(8000)}${'a '.repeat(4000)}`)).toBe('Autre application')
})

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
}
