/** A way of listening, as the figures name it, and how its requests tell of it. */
export type KnownApp = { name: string; sign: RegExp }

/**
 * The apps that are named in the figures, in alphabetical order, the first that fits. Written by hand on
 * 26 November 2026 from what the apps are known to send; which there are was looked up in the Open Podcast Analytics
 * Working Group's user-agents-v2 (https://github.com/opawg/user-agents-v2, MIT licence), whose patterns are not copied.
 * Who is not here counts all the same, among `otherApp`.
 */
export const knownApps: readonly KnownApp[] = [
  { name: 'Alexa', sign: /^(AlexaMediaPlayer|AlexaService|Alexa Mobile Voice|Echo)\b/ },
  { name: 'Amazon Music', sign: /^(AmazonMusic|Harley\/)/ },
  { name: 'AntennaPod', sign: /antennapod/i },
  { name: 'Anytime', sign: /^Anytime\// },
  { name: 'Apple Podcasts', sign: /^(Podcasts?|Balados?|Podcasti|Podcaster)\/|^iTunes\// },
  { name: 'BaladoQuebec', sign: /^BaladoQuebec\// },
  { name: 'Castamatic', sign: /^Castamatic\// },
  { name: 'CastBox', sign: /^CastBox/i },
  { name: 'Castro', sign: /^Castro[/ ]/ },
  { name: 'Chromecast', sign: /\bCrKey\b|^Google;Chromecast/ },
  { name: 'Deezer', sign: /^Deezer/ },
  { name: 'Downcast', sign: /Downcast\// },
  { name: 'Fountain', sign: /^fountain(app)?\b/i },
  { name: 'Goodpods', sign: /^goodpods/i },
  { name: 'gPodder', sign: /gPodder/i },
  { name: 'iCatcher', sign: /^iCatcher/ },
  { name: 'iHeartRadio', sign: /iHeartRadio/i },
  { name: 'Kasts', sign: /^Kasts\// },
  { name: 'Kodi', sign: /^Kodi\// },
  { name: 'newsboat', sign: /^(newsboat|podboat)\b/i },
  { name: 'Overcast', sign: /^Overcast\// },
  { name: 'Player FM', sign: /^Player ?FM\b/i },
  { name: 'Pocket Casts', sign: /^Pocket ?Casts\b|^Shifty Jelly Pocket Casts/i },
  { name: 'Podbean', sign: /^Podbean\b/i },
  { name: 'Podcast Addict', sign: /^Podcast ?Addict\b/i },
  { name: 'Podcast Guru', sign: /^Podcast ?Guru\b/i },
  { name: 'Podcast Republic', sign: /^Podcast ?Republic\b|^PR\/\d/i },
  { name: 'podget', sign: /^podget\b/i },
  { name: 'Podverse', sign: /^Podverse\b/i },
  { name: 'Radio France', sign: /^Radio ?France\b/i },
  { name: 'Radioline', sign: /^Radioline\b/i },
  { name: 'Roku', sign: /^Roku\b/ },
  { name: 'RSSRadio', sign: /^RSSRadio\// },
  { name: 'Snipd', sign: /^Snipd\b/i },
  { name: 'Sonos', sign: /\bSonos\b/ },
  { name: 'Spotify', sign: /^Spotify\b/ },
  { name: 'TrueFans', sign: /^TrueFans\b/i },
  { name: 'TuneIn', sign: /^TuneIn\b/i },
  { name: 'VLC', sign: /^VLC\b|LibVLC/ },
  { name: 'YouTube Music', sign: /^(YouTube|com\.google\.android\.apps\.youtube\.music)/ },
]

/** Apps play by what their device brings along, and then only the device tells of itself. */
export const knownDevices: readonly KnownApp[] = [
  { name: 'Appareil Android', sign: /^Dalvik|ExoPlayer|stagefright|AndroidDownloadManager/ },
  { name: 'Appareil Apple', sign: /^AppleCoreMedia|CFNetwork/ },
]

/** A browser: our own pages, or those of others that play our sound. */
export const browserApp = 'Navigateur'
/** Everything else that names itself. */
export const otherApp = 'Autre application'
