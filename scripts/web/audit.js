// Looks for what keeps people from using a page: returns a list of complaints. Run inside the page.
(() => {
  const found = [];
  const complain = (element, words) => {
    const id = element.id ? `#${element.id}` : "";
    found.push(`<${element.tagName.toLowerCase()}${id}> ${words}: ${(element.textContent ?? "").trim().slice(0, 40)}`);
  };
  const isSeen = (element) => {
    if (element.closest("[hidden], [aria-hidden=true]")) return false;
    const dialog = element.closest("dialog");
    if (dialog !== null && !dialog.open) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible";
  };
  const all = [...document.querySelectorAll("body *")].filter(isSeen);

  // The page as a whole.
  if (!document.documentElement.lang) found.push("the page names no language");
  if (document.title.trim() === "") found.push("the page has no title");
  if (document.querySelectorAll("main").length !== 1) found.push("the page has not exactly one main part");
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) found.push(`the id ${id} is used twice`);

  // Headings go down one level at a time.
  const open = document.querySelector("dialog[open]");
  let level = 0;
  for (const heading of all.filter((one) => /^H[1-6]$/.test(one.tagName) && (!open || open.contains(one)))) {
    const own = Number(heading.tagName[1]);
    if (!open && level > 0 && own > level + 1) complain(heading, `jumps from level ${level} to ${own}`);
    if (heading.textContent.trim() === "") complain(heading, "is an empty heading");
    level = own;
  }
  if (!open && document.querySelectorAll("h1").length !== 1) found.push("the page has not exactly one h1");

  // Whatever can be used has a name; what refers to something finds it.
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    const label = element.getAttribute("aria-label");
    if (label) return label.trim();
    if (element.labels?.length) return [...element.labels].map((one) => one.textContent).join(" ").trim();
    if (element.tagName === "IMG") return element.alt.trim() || (element.hasAttribute("alt") ? "-" : "");
    return element.textContent.trim() || (element.title ?? "");
  };
  for (const element of all) {
    const role = element.getAttribute("role");
    if (element.matches("button, a[href], input, select, textarea, img, progress, dialog, [role], section[aria-labelledby], aside, table")) {
      const needsNone = ["group", "alert", "option", "presentation", "none"].includes(role) && !element.matches("button, input");
      const isTable = element.tagName === "TABLE" && element.caption !== null;
      if (!needsNone && !isTable && nameOf(element) === "") complain(element, "has no name");
    }
    for (const attribute of ["aria-labelledby", "aria-controls", "aria-describedby", "aria-activedescendant"]) {
      for (const id of (element.getAttribute(attribute) ?? "").split(/\s+/).filter((one) => one !== "")) {
        if (document.getElementById(id) === null) complain(element, `${attribute} names nothing`);
      }
    }
    if (element.matches("li") && !element.closest("ul, ol, menu")) complain(element, "is an item of no list");
    if (element.matches("dt, dd") && !element.closest("dl")) complain(element, "stands outside of a dl");
    if (element.tabIndex > 0) complain(element, "has a tab order of its own");
    if (element.matches("[role=option]") && !element.closest("[role=listbox]")) complain(element, "is outside of a listbox");
  }

  // Places that scroll can be reached by the keyboard.
  for (const element of all) {
    const style = getComputedStyle(element);
    const scrolls = ["auto", "scroll"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    if (!scrolls || element === document.body) continue;
    const inner = element.querySelector("a[href], button, input, textarea, select, [tabindex]");
    if (element.tabIndex < 0 && inner === null && !element.closest("dialog")) complain(element, "scrolls, but not by keys");
  }

  // Contrast of every text with what is behind it (WCAG 2.2, 1.4.3).
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const colour = (text) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((at) => top[at] * top[3] + bottom[at] * (1 - top[3])).concat(1);
  const background = (element) => {
    const layers = [];
    for (let at = element; at !== null; at = at.parentElement) {
      layers.push(colour(getComputedStyle(at).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), colour("Canvas"));
  };
  const light = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const opacity = (element) => {
    let product = 1;
    for (let at = element; at !== null; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
    return product;
  };
  for (const element of all) {
    const text = [...element.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data.trim()).join("");
    if (text === "" || element.matches(":disabled") || element.closest("button:disabled")) continue;
    if (getComputedStyle(element).clipPath !== "none") continue;
    const style = getComputedStyle(element);
    const behind = background(element);
    const ink = colour(style.color);
    const front = over([...ink.slice(0, 3), ink[3] * opacity(element)], behind);
    const [high, low] = [light(front), light(behind)].sort((one, other) => other - one);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) complain(element, `has a contrast of ${ratio.toFixed(2)}`);
  }

  // Fingers need room (WCAG 2.2, 2.5.8).
  for (const element of all.filter((one) => one.matches("button, input, select, a[href]"))) {
    if (element.matches(".skip") || element.matches("input[type=radio]")) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 24 || box.height < 24) complain(element, `is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px small`);
  }

  // Nothing pushes the page wider than the window.
  if (document.documentElement.scrollWidth > window.innerWidth + 1) {
    found.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${window.innerWidth}`);
  }
  return found;
})()
