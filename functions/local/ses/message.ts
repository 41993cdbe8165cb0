import MailComposer from 'nodemailer/lib/mail-composer'
import { z } from 'zod'

/** A refusal in the terms of SES v2. */
export class SesError extends Error {
  readonly status: number
  readonly type: string

  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

const Content = z.object({ Data: z.string(), Charset: z.string().optional() })
const Addresses = z.array(z.string().min(1)).optional()

/** The characters that SES allows in tags: what passes here passes there. */
const Tag = z.object({
  Name: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
  Value: z.string().regex(/^[A-Za-z0-9_.@-]{1,256}$/),
})

const SendEmail = z.object({
  FromEmailAddress: z.string().min(3),
  Destination: z.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
  ReplyToAddresses: Addresses,
  EmailTags: z.array(Tag).max(50).optional(),
  ConfigurationSetName: z.string().optional(),
  Content: z.object({
    Simple: z.object({
      Subject: Content,
      Body: z.object({ Text: Content.optional(), Html: Content.optional() }),
      Headers: z
        .array(z.object({ Name: z.string().regex(/^[!-9;-~]{1,126}$/), Value: z.string().max(870) }))
        .max(15)
        .optional(),
      Attachments: z
        .array(
          z.object({
            FileName: z.string().min(1).max(255),
            RawContent: z.string(),
            ContentType: z.string().optional(),
          }),
        )
        .optional(),
    }),
  }),
})

export type SendRequest = {
  from: string
  recipients: string[]
  tags: { name: string; value: string }[]
  asked: z.infer<typeof SendEmail>
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new SesError(400, 'BadRequestException', 'The body is not JSON')
  }
}

/** Reads the JSON of a SendEmail call; throws SesError for what SES would refuse or what is not supported. */
export function readSendRequest(body: Buffer): SendRequest {
  const read = SendEmail.safeParse(parseJson(body))
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new SesError(400, 'BadRequestException', `Not accepted: ${where}`)
  }
  const { Destination, EmailTags, FromEmailAddress } = read.data
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination
  const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses]
  if (recipients.length < 1 || recipients.length > 50) {
    throw new SesError(400, 'BadRequestException', 'There must be 1 to 50 recipients')
  }
  const tags = (EmailTags ?? []).map(({ Name, Value }) => ({ name: Name, value: Value }))
  return { from: FromEmailAddress, recipients, tags, asked: read.data }
}

/** The message in MIME. SES names every message itself: a Message-ID among the headers is replaced. */
export async function composeMessage({ asked }: SendRequest, messageId: string): Promise<Buffer> {
  const { Subject, Body, Headers = [], Attachments = [] } = asked.Content.Simple
  const composer = new MailComposer({
    from: asked.FromEmailAddress,
    to: asked.Destination.ToAddresses,
    cc: asked.Destination.CcAddresses,
    replyTo: asked.ReplyToAddresses,
    messageId: `<${messageId}>`,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    headers: Headers.filter(({ Name }) => Name.toLowerCase() !== 'message-id').map(({ Name, Value }) => ({
      key: Name,
      value: Value,
    })),
    attachments: Attachments.map(({ FileName, RawContent, ContentType }) => ({
      filename: FileName,
      content: Buffer.from(RawContent, 'base64'),
      contentType: ContentType,
      contentTransferEncoding: 'base64' as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
