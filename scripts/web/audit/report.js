// What holds for the report alone: it runs nothing, leads nowhere, and each drawing has its numbers.
{
  for (const place of ["main", "header", "nav"]) {
    if (document.querySelectorAll(`body > ${place}`).length !== 1) say(`not just one ${place}`);
  }
  for (const element of document.querySelectorAll("script, iframe, object, embed, link, img, form, base")) {
    complain(element, "must not be in the page");
  }
  for (const link of document.querySelectorAll("a")) {
    if (!(link.getAttribute("href") ?? "").startsWith("#")) complain(link, `leads to ${link.getAttribute("href")}`);
  }
  for (const table of document.querySelectorAll("table")) {
    const width = table.querySelectorAll("thead th").length;
    for (const row of table.querySelectorAll("tbody tr")) {
      if (row.children.length !== width) complain(row, `has ${row.children.length} of ${width} cells`);
      if (row.firstElementChild?.getAttribute("scope") !== "row") complain(row, "is a line without a heading");
    }
  }
  for (const drawing of document.querySelectorAll("svg:not([aria-hidden=true])")) {
    const parts = (drawing.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    if (parts.length < 2 || parts.some((one) => !one?.textContent.trim())) complain(drawing, "lacks title or description");
    if (/NaN|Infinity|undefined/.test(drawing.outerHTML)) complain(drawing, "has a number that is none");
    if (!drawing.closest("figure")?.querySelector("table")) complain(drawing, "has no table");
  }

  // Labels lie in their drawing and not on each other.
  for (const drawing of all.filter((one) => one.matches("figure svg"))) {
    const { width, height } = drawing.viewBox.baseVal;
    const title = drawing.querySelector("title").textContent;
    const texts = [...drawing.querySelectorAll("text:not([transform])")].map((one) => {
      const box = one.getBBox();
      return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height, words: one.textContent };
    });
    for (const one of texts) {
      if (one.left < -1 || one.top < -2 || one.right > width + 1.5 || one.bottom > height + 2) {
        say(`“${one.words}” leaves the drawing ${title}`);
      }
    }
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1.5 && down > 4) say(`“${one.words}” and “${other.words}” overlap in ${title}`);
      }
    });
  }
}
