/**
 * Parts a message after its first sentence, which serves as its title. What a quotation holds is the workbook's
 * own text: a full stop in there ends no sentence of ours.
 */
export function premierePhrase(message: string): [phrase: string, suite: string] {
  for (const fin of message.matchAll(/[.?]\s+(?=[A-ZÀ-Ý«\d])/g)) {
    const phrase = message.slice(0, fin.index + 1)
    if (phrase.lastIndexOf('«') <= phrase.lastIndexOf('»'))
      return [phrase, message.slice(fin.index + fin[0].length)]
  }
  return [message, '']
}
