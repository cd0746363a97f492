// Names, roles and references: what a screen reader says about each element.
{
  const ids = new Map();
  for (const element of document.querySelectorAll("[id]")) ids.set(element.id, (ids.get(element.id) ?? 0) + 1);
  for (const [id, count] of ids) if (count > 1) say(`the id ${id} is used ${count} times`);
  // A reference into nowhere is silent: hidden elements count too, since they are shown later.
  for (const attribute of [
    "aria-labelledby", "aria-controls", "aria-describedby", "aria-activedescendant", "aria-owns", "aria-details",
    "aria-errormessage", "aria-flowto", "for", "popovertarget", "headers", "list",
  ]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/)) {
        if (id !== "" && !ids.has(id)) complain(element, `${attribute} names ${id}, which is nowhere`);
      }
    }
  }
  for (const link of document.querySelectorAll("a[href^='#']")) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (id !== "" && !ids.has(id)) complain(link, `leads to ${id}, which is nowhere`);
  }

  const ROLES = new Set(("alert alertdialog article banner button cell checkbox columnheader combobox complementary "
    + "contentinfo dialog document figure form grid gridcell group heading img link list listbox listitem log main "
    + "menu menuitem meter navigation none note option presentation progressbar radio radiogroup region row rowgroup "
    + "rowheader search searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox "
    + "timer toolbar tooltip tree treeitem").split(" "));
  const STATES = new Set(("activedescendant atomic autocomplete busy checked colcount colindex controls current "
    + "describedby description details disabled errormessage expanded flowto haspopup hidden invalid keyshortcuts "
    + "label labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed "
    + "readonly relevant required roledescription rowcount rowindex selected setsize sort valuemax valuemin valuenow "
    + "valuetext").split(" "));
  // Roles that mean nothing without a state.
  const NEEDS = {
    checkbox: ["aria-checked"], combobox: ["aria-expanded", "aria-controls"], heading: ["aria-level"],
    meter: ["aria-valuenow"], option: ["aria-selected"], radio: ["aria-checked"], slider: ["aria-valuenow"],
    switch: ["aria-checked"], tab: ["aria-selected"],
  };
  // Roles that people meet by their name alone.
  const NAMED = new Set(["alertdialog", "button", "checkbox", "combobox", "dialog", "figure", "grid", "group", "heading",
    "img", "link", "listbox", "menu", "meter", "option", "progressbar", "radio", "radiogroup", "region", "slider",
    "switch", "tab", "tabpanel", "textbox", "tree"]);
  const NAMEABLE = "button, a[href], input, select, textarea, img, progress, meter, dialog, summary, iframe, aside";
  const WITHIN = { option: "listbox", tab: "tablist", menuitem: "menu", listitem: "list" };
  for (const element of all) {
    const role = element.getAttribute("role");
    if (role !== null) {
      if (!ROLES.has(role)) complain(element, `has the role ${role}, which is none`);
      for (const state of NEEDS[role] ?? []) {
        if (!element.hasAttribute(state)) complain(element, `is a ${role} without ${state}`);
      }
      const within = WITHIN[role];
      if (within !== undefined && !element.closest(`[role=${within}]`)) {
        complain(element, `is a ${role} outside of a ${within}`);
      }
    }
    for (const { name } of element.attributes) {
      if (name.startsWith("aria-") && !STATES.has(name.slice(5))) complain(element, `has ${name}, which is none`);
      if (/^on/.test(name)) complain(element, `has the handler ${name}`);
    }
    const isLabelled = element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
    if ((element.matches(NAMEABLE) || NAMED.has(role)) && nameOf(element) === "") complain(element, "has no name");
    // What is in a table or a set of fields is not its name.
    const holds = element.matches("table") ? "caption" : "legend";
    if (element.matches("table, fieldset") && !isLabelled && element.querySelector(holds) === null
      && element.closest("[role=group][aria-label]") === null) {
      complain(element, "has no name");
    }
    // Who says a button's words to the computer must hit it (WCAG 2.2, 2.5.3).
    const texts = [...element.childNodes].filter((one) => one.nodeType === 3);
    const words = texts.map((one) => one.data.trim()).join(" ").trim();
    if (element.matches("button, a[href]") && isLabelled && !nameOf(element).includes(words)) {
      complain(element, `is called “${nameOf(element)}”, which lacks its words`);
    }
    if (element.matches("svg") && role !== "img") complain(element, "is a drawing without the role img");
    if (element.matches("a[href], button, summary") && element.parentElement.closest("a[href], button, summary")) {
      complain(element, "lies in another one that can be pressed");
    }
    if (element.tabIndex > 0) complain(element, "has a tab order of its own");
  }
  for (const element of document.querySelectorAll("[aria-hidden=true]")) {
    const takesFocus = element.matches(CONTROLS) || element.querySelector(CONTROLS) !== null;
    if (takesFocus) complain(element, "is hidden from some, but takes the focus");
  }

  // Lists and tables are what they say.
  for (const element of all) {
    const parent = element.parentElement;
    if (element.matches("li") && !parent.matches("ul, ol, menu")) complain(element, "is an item of no list");
    if (element.matches("dt, dd") && !parent.matches("dl, dl > div")) complain(element, "stands outside of a dl");
    if (parent.matches("ul, ol") && !element.matches("li")) complain(element, "is in a list, but no item");
    if (element.matches("th")) {
      if (element.textContent.trim() === "") complain(element, "is an empty heading of a table");
      if (!["row", "col"].includes(element.scope)) complain(element, "heads neither a line nor a column");
    }
    const isBare = element.matches("table") && element.querySelector("th[scope=col]") === null;
    if (isBare) complain(element, "is a table without headings");
  }
}
