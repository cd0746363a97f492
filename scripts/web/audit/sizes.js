// What is to be pressed, and what scrolls.
{
  // Fingers need room (WCAG 2.2, 2.5.8). A button of a radio has that of its label; links within a sentence have none.
  const inSentence = (element) => {
    const isInline = getComputedStyle(element).display === "inline";
    const around = element.parentElement.textContent.trim().length > element.textContent.trim().length;
    return element.matches("a") && isInline && around;
  };
  const pressable = "button, input, select, textarea, a[href], summary, [role=option]";
  for (const element of all.filter((one) => one.matches(pressable))) {
    if (element.matches(".skip") || inSentence(element)) continue;
    const target = element.matches("input[type=radio], input[type=checkbox]") ? element.labels[0] ?? element : element;
    const box = target.getBoundingClientRect();
    // The parts of a pixel that a browser rounds away do not count.
    if (box.width >= 23.9 && box.height >= 23.9) continue;
    complain(element, `is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px small`);
  }

  // Places that scroll can be reached by the keyboard.
  for (const element of all) {
    const style = getComputedStyle(element);
    const isScroller = (overflow) => ["auto", "scroll"].includes(overflow);
    const scrolls = (isScroller(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
      || (isScroller(style.overflowX) && element.scrollWidth > element.clientWidth + 2);
    if (!scrolls || element.matches("textarea, select")) continue;
    const inner = element.querySelector(CONTROLS);
    if (element.tabIndex < 0 && inner === null && !element.closest("dialog")) complain(element, "scrolls, but not by keys");
  }

  // Words that are cut off can be read nowhere; what is shortened says the rest in its title.
  for (const element of all) {
    const style = getComputedStyle(element);
    const isShort = element.scrollWidth > element.clientWidth + 2;
    if (style.textOverflow === "ellipsis" && style.overflowX !== "visible" && isShort && element.title === "") {
      complain(element, "is shortened and says the rest nowhere");
    }
    const hasWords = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim() !== "");
    if (!hasWords || style.overflowX === "visible" || style.textOverflow === "ellipsis") continue;
    if (style.clipPath !== "none" || element.matches("input, textarea, select")) continue;
    if (["hidden", "clip"].includes(style.overflowX) && isShort) complain(element, "is cut off");
  }
}
