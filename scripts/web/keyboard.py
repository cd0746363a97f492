"""Goes through a page with the Tab key, as people do who have no mouse.

    complaints, stops = walk(page)

Every place has to be marked while it has the focus, to lie where it can be seen, and to come after the one before
(WCAG 2.2, 2.4.3, 2.4.7, 2.4.11). What differs is measured against the same element without the focus.
"""

# Looks of an element by which a place that has the focus can be told.
LOOK = """(one) => {
  const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(one);
  return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, backgroundColor, borderColor].join('|');
}"""
STOP = """(() => {
  const element = document.activeElement, last = window.lastFocus, look = %s;
  if (element === document.body || element === document.documentElement) return null;
  window.lastFocus = element;
  const marked = look(element);
  const isBack = !!last && last !== element && !(last.compareDocumentPosition(element) & 4);
  const box = element.getBoundingClientRect();
  const places = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([across, down]) =>
    document.elementFromPoint(box.x + across * box.width, box.y + down * box.height));
  const isSeen = places.some((one) => one && (element.contains(one) || one.contains(element)
    && !one.matches('body, html')));
  return { words: element.outerHTML.slice(0, 90), isBack, isSeen, marked };
})()""" % LOOK
PLAIN = """(() => {
  const element = window.lastFocus, look = %s;
  element.blur();
  const plain = look(element);
  element.focus({ preventScroll: true });
  return plain;
})()""" % LOOK


def walk(page, most=60):
    """What is wrong on the way, and how many places there were before the page began anew."""
    complaints, first, stops = [], None, 0
    # Tab goes on from what had the focus last, so that goes to the body first.
    page.evaluate("(() => { const { body } = document; body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex');"
                  " scrollTo(0, 0); window.lastFocus = undefined; })()")
    for _ in range(most):
        page.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["words"] == first:
            break
        first = first or stop["words"]
        stops += 1
        if stop["marked"] == page.evaluate(PLAIN):
            complaints.append(f"the focus is not marked on {stop['words']}")
        if not stop["isSeen"]:
            complaints.append(f"what has the focus is covered: {stop['words']}")
        if stop["isBack"]:
            complaints.append(f"the focus goes backwards to {stop['words']}")
    return complaints, stops
