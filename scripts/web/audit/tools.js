// What all parts of the audit use. `say` takes a complaint about the page, `complain` one about an element.
const found = [];
const say = (words) => { if (!found.includes(words)) found.push(words); };
const called = (element) => {
  const id = element.id ? `#${element.id}` : "";
  return `<${element.tagName.toLowerCase()}${id}>`;
};
const complain = (element, words) =>
  say(`${called(element)} ${words}: ${(element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}`);
const isSeen = (element) => {
  if (element.closest("[hidden], [aria-hidden=true]")) return false;
  const dialog = element.closest("dialog");
  if (dialog !== null && !dialog.open) return false;
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};
const everything = [...document.querySelectorAll("body *")];
const all = everything.filter(isSeen);
const openDialog = document.querySelector("dialog[open]");

// The name that assistive programs say, from what our pages use to give one.
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
  const label = element.getAttribute("aria-label");
  if (label !== null) return label.trim();
  if (element.labels?.length) return [...element.labels].map((one) => one.textContent).join(" ").trim();
  if (element.tagName === "IMG") return element.alt.trim() || (element.hasAttribute("alt") ? "-" : "");
  // What stands in a field is its value, not its name.
  if (element.matches("input, select, textarea")) return (element.title ?? "").trim();
  return element.textContent.trim() || (element.title ?? "");
};
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
