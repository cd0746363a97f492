// The windows that ask for more than one key. Each stays open until what it asked for is stored, so that
// nothing typed is lost when the server refuses or is gone.

import { LAYOUTS, MEANINGS, chooseLayout, layoutName } from "/assets/keys.js";
import { bdi, put, unseenCount } from "/assets/marks.js";

const $ = (id) => document.getElementById(id);

/** Why a sample can be wrong, by digit; the words are stored. */
export const REASONS = [
  "wrong label", "not what a person would write", "unclear or contradictory",
  "not supported by its source", "too like another row", "unsafe or personal",
];

const DIFFICULTIES = ["easy", "medium", "hard", "adversarial"];

const PURPOSES = {
  spot_check: "Spot check", disagreement: "Judges or checks disagree",
  single_check: "Rejected by one check alone", low_margin: "Accepted by the narrowest margin",
  gap: "Gap by gap",
};

/** Lets the buttons of all windows close them, and a click beside a window too. */
export function prepareDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    for (const button of dialog.querySelectorAll("[data-close]")) {
      button.addEventListener("click", () => dialog.close());
    }
    dialog.addEventListener("close", () => giveFocusBack(dialog));
  }
}

/** A window that is closed keeps the focus for a while where nothing had it before: keys would be lost in it. */
function giveFocusBack(dialog) {
  const { activeElement } = document;
  if (activeElement === document.body || dialog.contains(activeElement)) $("text").focus();
}

/** Whether a window is open. */
export function isAsking() {
  return document.querySelector("dialog[open]") !== null;
}

function open(dialog, focus) {
  if (!dialog.open) dialog.showModal();
  focus?.focus();
}

/** Carries out what a window asked for; its refusal is shown in the window, which then stays. */
async function attempt(dialog, fault, work) {
  if (dialog.dataset.busy !== undefined) return;
  dialog.dataset.busy = "";
  fault.textContent = "";
  // The first fix has the checks made ready, which takes some seconds.
  const patience = setTimeout(() => {
    fault.textContent = "One moment: it is being checked and stored…";
  }, 400);
  try {
    await work();
    dialog.close();
    giveFocusBack(dialog);
    fault.textContent = "";
  } catch (error) {
    fault.textContent = [error.message, error.hint].filter((part) => part).join(" — ");
  } finally {
    clearTimeout(patience);
    delete dialog.dataset.busy;
  }
}

/** Asks who reviews; `save(name, samePerson)` stores it. */
export function askName(present, canClose, save) {
  const dialog = $("name-dialog");
  const input = $("name-input");
  const send = (samePerson) => attempt(dialog, $("name-fault"), async () => {
    try {
      await save(input.value, samePerson);
      $("name-same").hidden = true;
    } catch (error) {
      $("name-same").hidden = error.code !== "name_taken";
      throw error;
    }
  });
  dialog.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    send(false);
  };
  $("name-same").onclick = () => send(true);
  dialog.oncancel = (event) => {
    if (!canClose) event.preventDefault();
  };
  input.oninput = () => {
    $("name-same").hidden = true;
  };
  $("name-fault").textContent = "";
  input.value = present ?? "";
  open(dialog, input);
}

/** Fills a list with choices, each with its digit. */
function fillChoices(list, words, present, send) {
  list.replaceChildren(...words.map((word, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "choice";
    const key = document.createElement("kbd");
    key.textContent = String(index + 1);
    button.append(key, ` ${word}`);
    if (word === present) button.append(" ", nowMark());
    button.onclick = () => send(word);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** The choice that a digit means; nothing for other keys. */
function chosen(event, words) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  return /^[1-9]$/.test(event.key) ? words[Number(event.key) - 1] : undefined;
}

function nowMark() {
  return Object.assign(document.createElement("span"), { className: "small", textContent: "now" });
}

/** Asks why a sample is wrong; `save(reason)` stores it. */
export function askReason(save) {
  const dialog = $("reject-dialog");
  const input = $("reason-input");
  const send = (reason) => attempt(dialog, $("reject-fault"), () => save(reason));
  fillChoices($("reasons"), REASONS, undefined, send);
  dialog.onkeydown = (event) => {
    if (event.target === input) return;
    const reason = chosen(event, REASONS);
    if (reason !== undefined) {
      event.preventDefault();
      send(reason);
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && /^\p{L}$/u.test(event.key)) {
      // A letter begins a reason of one's own.
      input.focus();
    }
  };
  dialog.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    const reason = input.value.trim();
    if (reason === "") $("reject-fault").textContent = "Choose a reason, or type one.";
    else send(reason);
  };
  $("reject-fault").textContent = "";
  input.value = "";
  open(dialog, $("reasons").querySelector("button"));
}

/** Asks how hard a sample is; `save(difficulty)` stores it. */
export function askDifficulty(card, save) {
  const dialog = $("difficulty-dialog");
  const send = (word) => attempt(dialog, $("difficulty-fault"), () => save(word));
  fillChoices($("difficulties"), DIFFICULTIES, card.sample.difficulty?.tier, send);
  dialog.onkeydown = (event) => {
    const word = chosen(event, DIFFICULTIES);
    if (word === undefined) return;
    event.preventDefault();
    send(word);
  };
  $("difficulty-fault").textContent = "";
  open(dialog, $("difficulties").querySelector("button"));
}

const draftKey = (id) => `seedbed-draft-${id}`;

/** Asks for a better text; `save(correction)` stores it. What is typed is kept until it is stored. */
export function askFix(card, save) {
  const { sample, labels } = card;
  const dialog = $("fix-dialog");
  const input = $("fix-input");
  // The field of the browser knows one kind of line end; the text keeps its own.
  const hasReturns = sample.text.includes("\r\n");
  const original = sample.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const draft = sessionStorage.getItem(draftKey(sample.id));
  const note = () => {
    const count = unseenCount(input.value);
    const parts = [];
    if (draft !== null && input.value === draft) parts.push("Your text from before was kept.");
    if (count > 0) parts.push(`It holds ${count} character${count === 1 ? "" : "s"} that cannot be seen.`);
    $("fix-note").textContent = parts.join(" ");
  };
  const options = sample.label === null || labels.includes(sample.label)
    ? labels : [sample.label, ...labels];
  $("fix-label-row").hidden = labels.length === 0;
  $("fix-label").replaceChildren(...options.map((label) => {
    const option = document.createElement("option");
    option.value = label;
    option.selected = label === sample.label;
    put(option, label);
    return option;
  }));
  input.oninput = () => {
    if (input.value === original) sessionStorage.removeItem(draftKey(sample.id));
    else sessionStorage.setItem(draftKey(sample.id), input.value);
    note();
  };
  $("fix-reset").onclick = () => {
    input.value = original;
    input.oninput();
    input.focus();
  };
  const send = () => attempt(dialog, $("fix-fault"), async () => {
    const correction = {};
    if (input.value !== original) {
      correction.text = hasReturns ? input.value.replaceAll("\n", "\r\n") : input.value;
    }
    if (labels.length > 0 && $("fix-label").value !== sample.label) correction.label = $("fix-label").value;
    if (Object.keys(correction).length === 0) {
      throw Object.assign(new Error("Nothing is changed yet."), { hint: "Accept it if it is right as it stands." });
    }
    await save(correction);
    sessionStorage.removeItem(draftKey(sample.id));
  });
  dialog.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
  dialog.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    send();
  };
  $("fix-fault").textContent = "";
  input.value = draft ?? original;
  note();
  open(dialog, input);
  input.setSelectionRange(input.value.length, input.value.length);
}

/** Asks for another label; `save(correction)` stores it. */
export function askLabel(card, save) {
  const dialog = $("label-dialog");
  const input = $("label-input");
  const list = $("label-list");
  let found = [];
  let active = 0;
  const send = (label) => attempt(dialog, $("label-fault"), async () => {
    if (label === card.sample.label) {
      throw Object.assign(new Error("That is its label already."), { hint: "Accept it if it is right." });
    }
    await save({ label });
  });
  const mark = () => {
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(index === active));
    }
    const item = list.children[active];
    if (item === undefined) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  };
  const filter = () => {
    const typed = input.value.trim().toLowerCase();
    const matching = card.labels.filter((label) => label.toLowerCase().includes(typed));
    // Labels that begin with what was typed come first.
    found = [...matching.filter((label) => label.toLowerCase().startsWith(typed)),
      ...matching.filter((label) => !label.toLowerCase().startsWith(typed))].slice(0, 200);
    active = 0;
    list.replaceChildren(...found.map((label, index) => {
      const item = document.createElement("li");
      item.id = `label-${index}`;
      item.setAttribute("role", "option");
      item.append(bdi(label));
      if (label === card.sample.label) item.append(" ", nowMark());
      item.onclick = () => send(label);
      return item;
    }));
    $("label-fault").textContent = found.length === 0 ? "No label has this in its name." : "";
    mark();
  };
  input.oninput = filter;
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    active = (active + step + found.length) % found.length;
    mark();
  };
  dialog.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    if (found[active] !== undefined) send(found[active]);
  };
  input.value = "";
  filter();
  open(dialog, input);
}

/** Asks for a queue; `choose(queue)` goes there. */
export function askQueue(queues, present, choose) {
  const dialog = $("queues-dialog");
  const groups = [];
  for (const [purpose, title] of Object.entries(PURPOSES)) {
    const members = queues.filter((queue) => queue.purpose === purpose);
    if (members.length === 0) continue;
    const list = document.createElement("ul");
    for (const queue of members) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "choice";
      button.setAttribute("aria-current", String(queue.id === present));
      const count = document.createElement("span");
      count.className = "numbers";
      count.textContent = queue.count.toLocaleString("en");
      button.append(bdi(queue.title), " ", count);
      button.onclick = () => {
        dialog.close();
        choose(queue.id);
      };
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
    const heading = document.createElement("h3");
    heading.textContent = title;
    groups.push(heading, list);
  }
  if (groups.length === 0) groups.push("There is nothing to review: no queue has a sample.");
  $("queue-list").replaceChildren(...groups);
  open(dialog, dialog.querySelector("[aria-current=true]") ?? dialog.querySelector("button"));
}

/** Shows the keys and lets them be chosen. */
export function showHelp() {
  const keys = () => {
    const layout = LAYOUTS[layoutName()];
    $("help-keys").replaceChildren(...Object.entries(MEANINGS).map(([name, meaning]) => {
      const row = document.createElement("tr");
      const key = document.createElement("td");
      const hint = document.createElement("kbd");
      hint.textContent = layout.keys[name] ?? "–";
      key.append(hint);
      row.append(key, Object.assign(document.createElement("td"), { textContent: meaning }));
      return row;
    }));
  };
  const legend = $("layouts").querySelector("legend");
  $("layouts").replaceChildren(legend, ...Object.entries(LAYOUTS).map(([name, layout]) => {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"),
      { type: "radio", name: "layout", value: name, checked: name === layoutName() });
    input.onchange = () => {
      chooseLayout(name);
      keys();
    };
    label.append(input, ` ${layout.title}`);
    return label;
  }));
  keys();
  open($("help-dialog"), $("layouts").querySelector("input:checked"));
}
