/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Our own server compresses, once per document.
  compress: false,
  // Every client gets the complete <head> at once: documents have no script that could move streamed metadata there.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // Types are checked by `npm run check`; the first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'piscina',
    'pg',
    '@prisma/client',
    '@node-rs/argon2',
    'graphile-worker',
    'nodemailer',
    'sharp',
  ],
  images: { unoptimized: true },
  // A folder that begins with a dot is none to TypeScript.
  rewrites: () => Promise.resolve([{ source: '/.well-known/security.txt', destination: '/security.txt' }]),
  experimental: { serverActions: { bodySizeLimit: '5mb' } },
}
