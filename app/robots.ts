import type { MetadataRoute } from 'next'
import { theSite } from '#lib/machine/site.server.ts'

export const dynamic = 'force-dynamic'

/** The public pages are for everybody; the members' doors lead nowhere for a robot. */
export default function robots(): MetadataRoute.Robots {
  const members = [
    '/regie',
    '/sujets',
    '/ma-bobine',
    '/entrer',
    '/c/',
    '/direct/',
    '/api/',
    '/premiers-pas',
    '/bienvenue',
    '/reglages',
    '/apercu/',
  ]
  return {
    rules: { userAgent: '*', allow: '/', disallow: members },
    sitemap: `${theSite().baseUrl}/sitemap.xml`,
  }
}
