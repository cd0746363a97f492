// One sample with everything that helps to judge it.

import { bdi, put, sentence, shown, spoken } from "/assets/marks.js";

const $ = (id) => document.getElementById(id);
// A text beyond this is cut on the page; mending it still gets the whole.
const LONGEST = 100000;

const OUTCOMES = { fail: ["✕", "failed"], undecided: ["?", "undecided"], pass: ["✓", "passed"] };

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Shows a card. */
export function showCard(card, count) {
  const { sample } = card;
  $("finished").hidden = true;
  $("sample").hidden = false;
  $("evidence").hidden = false;
  put($("sample-heading"), `Sample ${(card.position + 1).toLocaleString("en")} of ${count.toLocaleString("en")}`);
  $("sample-heading").append(element("span", "id", sample.short_id));
  showLabel(card);
  showText(card);
  showFields(sample.fields);
  $("why").replaceChildren(sentence(card.why));
  showVerdicts(card.verdicts);
  showNeighbors(card.neighbors);
  showLineage(card);
  showMaking(card);
  $("text").scrollTop = 0;
  $("sample").scrollTop = 0;
  $("evidence").scrollTop = 0;
  $("main").scrollTop = 0;
}

/** A card in a few words, for a screen reader. */
export function describe(card) {
  const failed = card.verdicts.filter((one) => one.outcome !== "pass").map((one) => one.check);
  return [
    `Sample ${card.position + 1}.`, spoken(card.sample.text) + ".",
    card.sample.label === null ? "" : `Label ${spoken(card.sample.label)}.`,
    failed.length > 0 ? `Not passed: ${failed.join(", ")}.` : "",
  ].filter((part) => part !== "").join(" ");
}

function showLabel({ sample, source, status }) {
  const parts = [];
  if (sample.label !== null) {
    parts.push(element("span", "caption", "Label"), " ", bdi(sample.label, "label"));
    if (source !== null && source.label !== null && source.label !== sample.label) {
      parts.push(" ", element("span", "caption", "source"), " ", bdi(source.label, "label other"));
    }
  }
  if (status !== null) parts.push(" ", element("span", `status ${status}`, status));
  if (sample.difficulty !== null) parts.push(" ", element("span", "status", sample.difficulty.tier));
  for (const tag of sample.tags) parts.push(" ", bdi(tag, "status"));
  $("sample-label").replaceChildren(...parts);
}

function showText({ sample, changes }) {
  const pieces = [];
  let scalar = 0;
  let length = 0;
  for (const change of changes) {
    if (length > LONGEST) break;
    const text = change.text.slice(0, LONGEST - length);
    length += change.text.length;
    const isOwn = change.kind !== "removed";
    const content = isOwn ? withSpans(text, scalar, sample.spans) : shown(text);
    if (isOwn && sample.spans.length > 0) scalar += Array.from(change.text).length;
    if (change.kind === "kept") {
      pieces.push(content);
      continue;
    }
    const [name, word] = change.kind === "added" ? ["ins", "added"] : ["del", "removed"];
    // A space that came or went would be a coloured nothing.
    const isBlank = /^ +$/.test(text);
    pieces.push(element(name, "", element("span", "unseen", ` ${word}: `),
      isBlank ? "␣".repeat(text.length) : content, element("span", "unseen", " end ")));
  }
  const paragraph = element("div", "words", ...pieces);
  paragraph.dir = "auto";
  if (sample.text === "") paragraph.append(element("i", "small", "no text"));
  const parts = [paragraph];
  if (length > LONGEST) {
    parts.push(element("p", "small", `The first ${LONGEST.toLocaleString("en")} of ${
      length.toLocaleString("en")} characters are shown.`));
  }
  $("text").replaceChildren(...parts);
  $("legend").hidden = changes.every((change) => change.kind === "kept");
}

/** A text whose marked parts are boxed, each with its name behind it. */
function withSpans(text, start, spans) {
  if (spans.length === 0) return shown(text);
  const characters = Array.from(text);
  const end = start + characters.length;
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const span of inside) {
    cuts.add(Math.max(span.start, start));
    cuts.add(Math.min(span.end, end));
  }
  const places = [...cuts].sort((left, right) => left - right);
  const fragment = document.createDocumentFragment();
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [from, to] = [places[at], places[at + 1]];
    const words = shown(characters.slice(from - start, to - start).join(""));
    const over = inside.filter((span) => span.start <= from && span.end >= to);
    if (over.length === 0) {
      fragment.append(words);
      continue;
    }
    const box = element("mark", "", words);
    box.title = over.map((span) => spoken(span.label)).join(", ");
    for (const span of over.filter((one) => one.end === to)) box.append(bdi(span.label, "span-label"));
    fragment.append(box);
  }
  return fragment;
}

function showFields(fields) {
  if (fields.length === 0) return $("fields").replaceChildren();
  const list = element("dl", "");
  for (const field of fields) {
    const value = element("dd", "", shown(field.value.slice(0, LONGEST)));
    value.dir = "auto";
    list.append(element("div", "", element("dt", "", bdi(field.name)), value));
  }
  return $("fields").replaceChildren(element("h3", "", "The row's other fields"), list);
}

function number(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function showVerdicts(verdicts) {
  const order = ["fail", "undecided", "pass"];
  const sorted = order.flatMap((outcome) => verdicts.filter((one) => one.outcome === outcome));
  $("verdicts").hidden = verdicts.length === 0;
  $("verdicts").querySelector("ul").replaceChildren(...sorted.map((verdict) => {
    const [sign, word] = OUTCOMES[verdict.outcome];
    const mark = element("span", `sign ${verdict.outcome}`, sign);
    mark.setAttribute("aria-hidden", "true");
    const numbers = verdict.score === null ? "" : number(verdict.score)
      + (verdict.threshold === null ? "" : ` against ${number(verdict.threshold)}`);
    return element("li", verdict.outcome, mark,
      element("span", "check", bdi(verdict.check), element("span", "unseen", ` ${word}`)),
      element("span", "numbers", numbers), sentence(verdict.evidence, "proof"));
  }));
}

function showNeighbors(neighbors) {
  $("neighbors").hidden = neighbors.length === 0;
  $("neighbors").querySelector("ol").replaceChildren(...neighbors.map((neighbor) =>
    element("li", "", element("span", "numbers", neighbor.similarity.toFixed(2)),
      ...(neighbor.label === null ? [] : [bdi(neighbor.label, "label")]), excerpt(neighbor))));
}

function excerpt(relative) {
  const words = element("div", "excerpt", shown(relative.text), relative.is_cut ? " …" : "");
  words.dir = "auto";
  return words;
}

function origin(relative) {
  if (relative.origin === "real") {
    const { row, id } = relative.from;
    return ["real", row === null ? "" : `row ${row} of`, id].filter((part) => part !== "").join(" ");
  }
  return `${relative.method ?? "unknown method"}, generation ${relative.depth}`;
}

function showLineage({ lineage }) {
  $("lineage").hidden = lineage.length === 0;
  $("lineage").querySelector("ol").replaceChildren(...lineage.map((ancestor) =>
    element("li", "", element("span", "id", ancestor.short_id), " ", bdi(origin(ancestor), "small"),
      excerpt(ancestor))));
}

function showMaking({ making, sample }) {
  $("making").hidden = making === null;
  if (making === null) return;
  const rows = [["Method", making.method], ["Model", making.model], ["Prompt", making.prompt],
    ["Batch", making.batch], ["Generation", String(making.depth)], ["Part", sample.split],
    ...(sample.difficulty === null ? [] : [["Difficulty", sample.difficulty.reasons.join("; ")]]),
    ["Parameters", JSON.stringify(making.parameters)]];
  $("making").querySelector("dl").replaceChildren(...rows.filter(([, value]) => value).map(([name, value]) =>
    element("div", "", element("dt", "", name), element("dd", "", bdi(value)))));
}

/** Shows that a queue is at its end. */
export function showFinished(words) {
  $("sample").hidden = true;
  $("evidence").hidden = true;
  $("finished").hidden = false;
  $("finished-words").replaceChildren(sentence(words, undefined, (own) => own));
}
