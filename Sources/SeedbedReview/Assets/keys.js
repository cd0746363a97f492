// Which key does what. Single keys can be turned off, for people who speak to their computer.

/** The layouts: by first letters, for the left hand alone, and none. */
export const LAYOUTS = {
  letters: {
    title: "Letters",
    keys: { accept: "a", reject: "r", fix: "e", label: "l", difficulty: "d", skip: "s", undo: "u", queues: "q", help: "?" },
  },
  left: {
    title: "Left hand",
    keys: { accept: "f", reject: "d", fix: "e", label: "r", difficulty: "g", skip: "s", undo: "a", queues: "q", help: "w" },
  },
  none: { title: "No single keys", keys: {} },
};

/** What the keys do, in the order of the help. */
export const MEANINGS = {
  accept: "Accept: it is right as it stands",
  reject: "Reject: then 1–6 for a reason, or type one",
  fix: "Fix the text",
  label: "Choose another label",
  difficulty: "Accept it, and say how hard it is: then 1–4",
  skip: "Skip: you cannot tell",
  undo: "Undo your last decision in this queue",
  queues: "Choose a queue",
  help: "These keys",
};

const STORED_LAYOUT = "seedbed-review-layout";

/** The layout that this browser uses. */
export function layoutName() {
  const name = localStorage.getItem(STORED_LAYOUT);
  return Object.hasOwn(LAYOUTS, name ?? "") ? name : "letters";
}

/** Changes the layout. */
export function chooseLayout(name) {
  localStorage.setItem(STORED_LAYOUT, name);
  showKeys();
}

/** Writes the keys on the buttons. */
export function showKeys() {
  const { keys } = LAYOUTS[layoutName()];
  for (const hint of document.querySelectorAll("kbd[data-key]")) {
    const key = keys[hint.dataset.key];
    hint.textContent = key ?? "";
    hint.hidden = key === undefined;
    const button = hint.closest("button");
    if (button === null) continue;
    if (key === undefined) button.removeAttribute("aria-keyshortcuts");
    else button.setAttribute("aria-keyshortcuts", key);
  }
}

/** The action that a key means now; nothing while somebody types, or holds another key down. */
export function action(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (event.target.closest("input, textarea, select, dialog") !== null) return undefined;
  const { keys } = LAYOUTS[layoutName()];
  // A held key repeats; it must not decide samples that nobody has seen.
  if (event.repeat) return undefined;
  return Object.keys(keys).find((name) => keys[name] === event.key || keys[name] === event.key.toLowerCase());
}
