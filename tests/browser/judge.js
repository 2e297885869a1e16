// What axe-core cannot see. An object of functions; each is called in the page and gives plain data.
({
  // Every line of visible text: its box as far as boxes that scroll show it, and whether some of it is cut off.
  texts() {
    const cut = (box, by) => ({
      left: Math.max(box.left, by.left), right: Math.min(box.right, by.right),
      top: Math.max(box.top, by.top), bottom: Math.min(box.bottom, by.bottom),
    })
    const outside = (box, by) => box.left < by.left - 1 || box.right > by.right + 1
      || box.top < by.top - box.height / 3 || box.bottom > by.bottom + box.height / 3
    const lines = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const {data, parentElement} = walker.currentNode
      if (!data.trim() || !parentElement.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue
      const clips = this.clips(parentElement)
      if (clips.some(clip => clip.box.width <= 1.5 || clip.box.height <= 1.5)) continue // for screen readers only
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue
        let seen = box
        let lost = false
        for (const clip of clips) {
          lost ||= !clip.scrolls && outside(seen, clip.box)
          seen = cut(seen, clip.box)
        }
        lost ||= !clips.some(clip => clip.scrolls) && (box.left < -1 || box.right > innerWidth + 1)
        lines.push({words: data.trim().slice(0, 50), box: seen, lost})
      }
    }
    return lines
  },

  // The boxes around an element that cut off what sticks out of them, the innermost first.
  clips(element) {
    const found = []
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e)
      if (style.display === 'inline') continue
      if (style.overflowX !== 'visible' || style.clipPath !== 'none') {
        found.push({box: e.getBoundingClientRect(), scrolls: /auto|scroll/.test(style.overflowX)})
      }
      if (style.position === 'fixed') break
    }
    return found
  },

  tooWide() {
    return Math.max(0, document.scrollingElement.scrollWidth - innerWidth)
  },

  // What must be scrolled sideways to be read.
  scrolled() {
    return [...document.querySelectorAll('body *')]
      .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth)
      .map(e => e.innerText.trim().slice(0, 50))
  },

  lost() {
    return this.texts().filter(line => line.lost).map(line => line.words)
  },

  overlaps() {
    const lines = this.texts().filter(({box}) => box.right - box.left > 1 && box.bottom - box.top > 1)
    lines.sort((a, b) => a.box.top - b.box.top)
    const found = []
    lines.forEach((a, i) => {
      for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j++) {
        const b = lines[j]
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - b.box.top
        const low = Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top)
        if (across > 2 && down > low / 2) found.push(`${a.words} | ${b.words}`)
      }
    })
    return found
  },

  // What can be hit and measures less than `least` either way; links within a sentence aside.
  small(least) {
    const inSentence = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
      && e.parentElement.textContent.trim().length > e.textContent.trim().length
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(e => e.checkVisibility({visibilityProperty: true}) && !inSentence(e))
      .map(e => {
        const boxes = [e, ...(e.labels || [])].map(each => each.getBoundingClientRect())
        return {
          words: e.outerHTML.slice(0, 80),
          width: Math.max(...boxes.map(box => box.width)),
          height: Math.max(...boxes.map(box => box.height)),
        }
      })
      .filter(({width, height}) => width > 1.5 && (width < least - 0.5 || height < least - 0.5))
      .map(({words, width, height}) => `${words}: ${Math.round(width)} x ${Math.round(height)}`)
  },

  // Where the focus is; null on the page itself.
  stop() {
    const e = document.activeElement
    if (!e || e === document.body || e === document.documentElement) return null
    const drawn = [e, ...(e.labels || [])] // a radio button may be drawn by its label
    const big = drawn.map(each => each.getBoundingClientRect()).filter(box => box.width > 1.5 && box.height > 1.5)
    const box = big[0] || e.getBoundingClientRect()
    const within = (value, most) => Math.min(Math.max(value, 0), most - 1)
    const at = document.elementFromPoint(
      within(box.left + Math.min(box.width, innerWidth) / 2, innerWidth),
      within(box.top + Math.min(box.height, innerHeight) / 2, innerHeight),
    )
    return {
      name: e.id || `${e.tagName} ${e.getAttribute('href') || e.textContent.trim().slice(0, 60)}`,
      place: [...document.querySelectorAll('*')].indexOf(e),
      ringed: drawn.map(each => getComputedStyle(each))
        .some(({outlineStyle: kind, outlineWidth: width}) => kind === 'auto' || kind !== 'none' && parseFloat(width) >= 2),
      bare: at !== null && drawn.some(each => each.contains(at) || at.contains(each)),
    }
  },

  // What can be used and is visible, as indexes among all elements; of radio buttons the chosen one.
  reachable() {
    const all = [...document.querySelectorAll('*')]
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0)
      .filter(e => e.type !== 'radio' || e.checked)
      .map(e => all.indexOf(e))
  },

  set(rules) {
    const sheet = new CSSStyleSheet() // a style element would be stopped by the page's own policy
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  },
})
