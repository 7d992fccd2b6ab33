import nodemailer from 'nodemailer'

export type Mail = { to: string; subject: string; text: string }
export type Post = (mail: Mail) => Promise<void>

/** How to send mail through SMTP; null without a server to send by, and then nothing is sent. */
export function openPost(smtpUrl: string | null, from: string | null): Post | null {
  if (!smtpUrl) return null
  const transport = nodemailer.createTransport(smtpUrl, { from: from ?? undefined })
  return async (mail) => {
    await transport.sendMail(mail)
  }
}
