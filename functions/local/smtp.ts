import { SMTPServer } from 'smtp-server'

import type { Boite } from './boite.ts'
import { readBody } from './http.ts'

/** Larger than what SES accepts: the limit under test is that of SES. */
const MAX_BYTES = 48 * 1024 * 1024

/**
 * The SMTP server in front of the mailbox. It accepts every recipient, forwards nothing to anybody, and says
 * 250 once the message is on disk.
 */
export function createSmtpServer(boite: Boite): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    disableReverseLookup: true,
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope
      const enveloppe = {
        de: mailFrom === false ? '' : mailFrom.address,
        a: rcptTo.map(({ address }) => address),
      }
      readBody(stream, MAX_BYTES)
        .then((raw) => boite.deliver(raw, enveloppe))
        .then(
          () => callback(null),
          () => callback(new Error('Message not stored')),
        )
    },
  })
  // A client that goes away concerns nobody else.
  server.on('error', () => undefined)
  return server
}
