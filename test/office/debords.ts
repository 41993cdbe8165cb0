import type { Page } from 'playwright-core'

/** A search box clips its own text, and a bar that waits runs from one side to the other within its frame. */
const IGNORES = '[class*="fui-SearchBox"], [class*="fui-ProgressBar__bar"], [aria-hidden="true"]'

/** Of text, a font draws a little outside its line. */
const JEU_PX = 3

/**
 * What cannot be read whole: the elements in sight that go past an edge of the window, to its left or to its right,
 * and the texts that a frame cuts, or that leave the frame they are in.
 */
export function debords(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ ignores, jeu }) => {
      const visibles = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (e) => e.checkVisibility() && !e.closest(ignores),
      )
      const hors = visibles.filter((e) => {
        const { left, right, width } = e.getBoundingClientRect()
        return width > 1 && (left < -0.5 || right > window.innerWidth + 0.5)
      })
      const cadres = new Map<Element, { x: boolean; y: boolean; invisible: boolean }>()
      const cadre = (e: Element) => {
        const connu = cadres.get(e)
        if (connu) return connu
        const style = getComputedStyle(e)
        const coupe = (sens: string): boolean => sens === 'hidden' || sens === 'clip'
        const trait = parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderRightWidth) > 0
        const lu = {
          x: coupe(style.overflowX) || trait,
          y: coupe(style.overflowY) || trait,
          // For screen readers alone.
          invisible: e.clientWidth <= 1 && e.clientHeight <= 1 && coupe(style.overflowX),
        }
        cadres.set(e, lu)
        return lu
      }
      const coupes = visibles.filter((e) => {
        const textes = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim())
        if (textes.length === 0) return false
        const parents: Element[] = []
        for (let p: Element | null = e; p && p !== document.body; p = p.parentElement) parents.push(p)
        if (parents.some((p) => cadre(p).invisible)) return false
        return textes.some((texte) => {
          const etendue = document.createRange()
          etendue.selectNodeContents(texte)
          const { left, right, top, bottom } = etendue.getBoundingClientRect()
          return parents.some((p) => {
            // Inline, its box is that of its text.
            if (getComputedStyle(p).display === 'inline') return false
            const { x, y } = cadre(p)
            const boite = p.getBoundingClientRect()
            // What is above or below is scrolled to.
            const defile =
              p.scrollHeight > p.clientHeight && /auto|scroll/.test(getComputedStyle(p).overflowY)
            return (
              (x && (left < boite.left - jeu || right > boite.right + jeu)) ||
              (y && !defile && (top < boite.top - jeu || bottom > boite.bottom + jeu))
            )
          })
        })
      })
      return [...hors, ...coupes].map((e) => e.outerHTML.slice(0, 100))
    },
    { ignores: IGNORES, jeu: JEU_PX },
  )
}

/** The spacing of text that any reader may ask for and that is to be borne (WCAG 1.4.12, RGAA 10.12). */
const ESPACEMENT = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`

/** What cannot be read whole once a reader has spaced the text out. */
export async function debordsEspaces(page: Page): Promise<string[]> {
  const style = await page.addStyleTag({ content: ESPACEMENT })
  try {
    return await debords(page)
  } finally {
    await style.evaluate((e) => (e as Element).remove())
  }
}
