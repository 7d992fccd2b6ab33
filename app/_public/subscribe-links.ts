/** Addresses that open an application on a new subscription; nothing is asked of anybody until one is touched. */
export function subscribeLinks(feedUrl: string, showName: string): { name: string; href: string }[] {
  const encoded = encodeURIComponent(feedUrl)
  const bare = feedUrl.replace(/^https?:\/\//, '')
  return [
    {
      name: 'AntennaPod',
      href: `https://antennapod.org/deeplink/subscribe?url=${encoded}&title=${encodeURIComponent(showName)}`,
    },
    { name: 'Apple Podcasts', href: `podcast://${bare}` },
    { name: 'Podcast Addict', href: `https://podcastaddict.com/feed/${encoded}` },
    { name: 'Pocket Casts', href: `pktc://subscribe/${bare}` },
    { name: 'Overcast', href: `overcast://x-callback-url/add?url=${encoded}` },
  ]
}
