/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.BOBINE_DIST || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  compress: true,
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
