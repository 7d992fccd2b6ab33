/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.BOBINE_DIST || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The gate compresses, and better: see lib/machine/http-compress-page.server.ts.
  compress: false,
  // The type check is a step of `npm test`; a build on a small machine need not run it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  turbopack: { root: import.meta.dirname },
  // What must exist once in the process, or brings native parts, is required by Node instead of bundled.
  serverExternalPackages: [
    'yjs',
    'y-indexeddb',
    '@hocuspocus/server',
    '@hocuspocus/provider',
    'pg',
    'pg-boss',
    '@vercel/postgres',
    'fluent-ffmpeg',
    'sharp',
    'nodemailer',
  ],
}
