// The page as a whole: its language, title, zoom, landmarks and headings.
{
  const { lang } = document.documentElement;
  if (!lang) say("the page names no language");
  else if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) say(`the page's language ${lang} is none`);
  if (document.title.trim() === "") say("the page has no title");
  if (document.querySelectorAll("main").length !== 1) say("the page has not exactly one main part");

  // People enlarge pages; a page that forbids it shuts them out (WCAG 2.2, 1.4.4).
  const view = document.querySelector("meta[name=viewport]")?.content ?? "";
  if (!view.includes("width=device-width")) say("the page does not fit itself to narrow screens");
  const most = /maximum-scale\s*=\s*([\d.]+)/.exec(view);
  if (/user-scalable\s*=\s*(no|0)/.test(view) || (most && Number(most[1]) < 5)) say("the page forbids to enlarge it");
  if (document.querySelector("meta[http-equiv=refresh]")) say("the page goes away by itself");

  // Headings go down one level at a time; a window has its own.
  let level = 0;
  for (const heading of all.filter((one) => /^H[1-6]$/.test(one.tagName) && (!openDialog || openDialog.contains(one)))) {
    const own = Number(heading.tagName[1]);
    if (!openDialog && own > level + 1) complain(heading, `jumps from level ${level} to ${own}`);
    if (heading.textContent.trim() === "") complain(heading, "is an empty heading");
    level = own;
  }
  if (!openDialog && document.querySelectorAll("h1").length !== 1) say("the page has not exactly one h1");

  // People jump from landmark to landmark: what stands outside of all of them is passed over.
  const landmarks = "header, nav, main, footer, aside, dialog, section[aria-label], section[aria-labelledby], "
    + "[role=dialog], [aria-live], [role=alert], .skip, script, style, noscript";
  for (const element of all) {
    const hasWords = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim() !== "");
    if (hasWords && element.closest(landmarks) === null) complain(element, "is in no landmark");
  }
  for (const kind of ["nav", "aside", "section[aria-label], section[aria-labelledby]"]) {
    const names = all.filter((one) => one.matches(kind)).map(nameOf);
    if (new Set(names).size < names.length) say(`two of ${kind} go by one name: ${names.join(", ")}`);
  }

  // Who asked for less motion gets none (WCAG 2.2, 2.3.3).
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const moves = (times) => times.split(",").some((one) => parseFloat(one) > 0);
    for (const element of [document.documentElement, ...everything]) {
      const style = getComputedStyle(element);
      if (moves(style.transitionDuration) || (style.animationName !== "none" && moves(style.animationDuration))) {
        complain(element, "moves although less motion is asked for");
      }
      if (style.scrollBehavior === "smooth") complain(element, "scrolls smoothly although less motion is asked for");
    }
  }

  // Nothing pushes the page wider than the window. A phone's window grows with what is too wide for it, so
  // the width that the page was laid out for is what counts.
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) say(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
}
