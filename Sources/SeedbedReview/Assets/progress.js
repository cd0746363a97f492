// How far the queue is, how much of it is wrong, and what that says about a release.

const $ = (id) => document.getElementById(id);
// The sign stays with its number at the end of a line.
const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)}\u00A0%`;
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const RULINGS = {
  release: "✓ May be released",
  block: "✕ Blocked",
  undecided: "◔ Undecided",
};

/** Shows a progress; a card's place counts what is still open. */
export function showProgress(progress) {
  const { count, mine, decided, wrong } = progress;
  $("done-number").textContent = `${decided.toLocaleString("en")} of ${count.toLocaleString("en")}`;
  $("done-words").textContent = `${mine.toLocaleString("en")} by you`;
  $("done-bar").max = Math.max(count, 1);
  $("done-bar").value = decided;
  showRate(progress.error_rate, wrong, progress.gate?.limit);
  showGate(progress.gate);
  showAgreement(progress.agreement);
}

function showRate(rate, wrong, limit) {
  const isKnown = rate.lower > 0 || rate.upper < 1;
  $("rate-number").textContent = isKnown ? percent(rate.estimate) : "–";
  $("rate-words").textContent = isKnown
    ? `${wrong.toLocaleString("en")} wrong, ${(100 * rate.lower).toFixed(1)}–${percent(rate.upper)}`
    : "nothing decided yet";
  const most = Math.min(1, Math.max(0.2, 1.1 * rate.upper));
  const place = (share) => 200 * Math.min(share / most, 1);
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.id = "rate-title";
  title.textContent = isKnown
    ? `Error rate ${percent(rate.estimate)}, 95 % interval ${percent(rate.lower)} to ${percent(rate.upper)}`
      + (limit === undefined ? "" : `, limit ${percent(limit)}`)
    : "No sample has been decided yet";
  const parts = [title, shape("rect", { class: "track", x: 0, y: 5, width: 200, height: 4 })];
  if (isKnown) {
    const start = place(rate.lower);
    parts.push(
      shape("rect", { class: "band", x: start, y: 3, width: Math.max(place(rate.upper) - start, 2), height: 8 }),
      shape("rect", { class: "dot", x: Math.max(place(rate.estimate) - 1.5, 0), y: 1, width: 3, height: 12 }));
  }
  if (limit !== undefined) {
    parts.push(shape("rect", { class: "limit", x: place(limit) - 1, y: 0, width: 2, height: 14 }));
  }
  $("rate-plot").replaceChildren(...parts);
}

function shape(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function showGate(gate) {
  $("gate").hidden = gate === null;
  if (gate === null) return;
  $("gate").dataset.ruling = gate.ruling;
  $("gate-word").textContent = RULINGS[gate.ruling];
  $("gate-words").textContent = gateWords(gate);
}

/** What the gate's numbers mean. */
export function gateWords(gate) {
  const limit = percent(gate.limit, gate.limit * 100 % 1 === 0 ? 0 : 1);
  if (gate.checked === 0) return `limit ${limit}`;
  const upper = percent(gate.error_rate.upper);
  switch (gate.ruling) {
    case "release":
      // Where every row was looked at there is no doubt left that an interval could state.
      return gate.error_rate.upper > gate.limit
        ? `${percent(gate.error_rate.estimate)} wrong of all ${gate.checked}, limit ${limit}`
        : `at most ${upper} wrong, limit ${limit}`;
    case "block": return `${percent(gate.error_rate.estimate)} wrong, limit ${limit}`;
    default: {
      if (gate.next === null) return `up to ${upper} may be wrong, limit ${limit}`;
      const { rows, allowed } = gate.next;
      const look = allowed === null
        ? `more than ${rows} samples needed` : `next look at ${rows}: at most ${allowed} wrong`;
      return gate.checked > 0 && gate.needed > rows
        ? `${look}; this rate takes ${gate.needed.toLocaleString("en")}` : look;
    }
  }
}

function showAgreement(pairs) {
  const [first] = pairs.filter((pair) => pair.shared > 0);
  $("agreement-number").textContent = first === undefined ? "–" : `${first.equal} of ${first.shared}`;
  $("agreement-words").textContent = first === undefined || first.kappa === null
    ? "" : `kappa ${first.kappa.toFixed(2)}`;
  const names = document.createElement("bdi");
  names.textContent = first === undefined ? "one reviewer so far" : first.authors.join(" and ");
  const others = pairs.length > 1 ? `, ${counted(pairs.length - 1, "pair")} more` : "";
  $("agreement-more").replaceChildren(names, others);
}
