/** Does this number format show a date? Quoted words and colours aside, it then holds days, months or years. */
export function formatDate(format: string | undefined): boolean {
  const nu = (format ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[dmyj]/i.test(nu) && !/[#0]/.test(nu) && !/general/i.test(nu)
}
