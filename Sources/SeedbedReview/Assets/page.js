// The review page: one sample at a time, decided by a key, a click or a touch.

import { CallError, get, post } from "/assets/api.js";
import { describe, showCard, showFinished } from "/assets/card.js";
import {
  askDifficulty, askFix, askLabel, askName, askQueue, askReason, isAsking, prepareDialogs, showHelp,
} from "/assets/dialogs.js";
import { action, layoutName, LAYOUTS, showKeys } from "/assets/keys.js";
import { put, spoken } from "/assets/marks.js";
import { gateWords, showProgress } from "/assets/progress.js";

const $ = (id) => document.getElementById(id);

const state = {
  name: null, queues: [], queue: null, progress: null,
  // The sample on the screen, and the one that is ready behind it: undefined where nobody has asked yet,
  // null where the server knows none.
  card: null, upcoming: undefined,
  // Changes with every sample shown, so that an answer for an older one is told apart.
  turn: 0,
  // What is being sent; the next one waits for it, so that decisions are stored in their order.
  sending: Promise.resolve(),
};

const DONE = { accept: "Accepted", reject: "Rejected", fix: "Fixed", skip: "Skipped" };

function say(words, aloud = words) {
  $("said").textContent = words;
  $("announcer").textContent = aloud;
}

/** Writes a name into the head of the page; where there is no room for all of it, its title says the rest. */
function putName(id, words) {
  put($(id), words);
  ($(id).closest("button") ?? $(id)).title = spoken(words);
}

function showProblem(error, retry) {
  $("problem-message").textContent = error.message;
  $("problem-hint").textContent = error.hint ?? "";
  $("problem-retry").hidden = retry === undefined;
  $("problem-retry").onclick = () => {
    hideProblem();
    retry();
  };
  $("problem-next").hidden = state.queue === null;
  $("problem").hidden = false;
}

function hideProblem() {
  $("problem").hidden = true;
}

function takeProgress(progress) {
  if (!progress) return;
  state.progress = progress;
  showProgress(progress);
  const title = state.queues.find((queue) => queue.id === state.queue)?.title ?? state.queue ?? "";
  document.title = `${progress.decided}/${progress.count} · ${title} · Seedbed review`;
}

/** Puts a sample on the screen and asks for the one after it. */
function show(card, upcoming) {
  state.turn += 1;
  state.card = card;
  state.upcoming = upcoming;
  hideProblem();
  for (const button of document.querySelectorAll("#actions button")) {
    const { action: name } = button.dataset;
    button.disabled = name !== "undo" && (card === null || (name === "label" && card.labels.length === 0));
  }
  if (card === null) {
    showFinished(finishedWords());
    $("finished").focus();
    return;
  }
  showCard(card, state.progress?.count ?? 0);
  // What had the focus may be gone with the sample before.
  if (!document.activeElement || document.activeElement === document.body) $("text").focus();
  if (upcoming === undefined) prefetch(state.turn, card);
}

function finishedWords() {
  const gate = state.progress?.gate ?? null;
  const all = state.progress !== null && state.progress.decided >= state.progress.count;
  const first = all ? "Every sample in it is decided." : "The rest of it is with other reviewers.";
  if (gate === null) return first;
  const words = gateWords(gate);
  switch (gate.ruling) {
    case "release": return `${first} The version may be released: ${words}. Do so with \`seedbed version release\`.`;
    case "block": return `${first} The version is blocked: ${words}. Drop or repair what was wrong, and make a new version.`;
    default: return `${first} The release is undecided: ${words}.`;
  }
}

/** Fetches the sample after the one shown, so that it is there at once when that is decided. */
async function prefetch(turn, card) {
  try {
    const answer = await get("/api/next", { queue: state.queue, besides: card.sample.id });
    if (turn !== state.turn) return;
    state.upcoming = answer.card;
    takeProgress(answer.progress);
  } catch {
    // The next decision says what is wrong, if it still is.
  }
}

async function loadNext() {
  try {
    const answer = await get("/api/next", { queue: state.queue });
    takeProgress(answer.progress);
    show(answer.card, undefined);
    if (answer.card !== null) say("", describe(answer.card));
  } catch (error) {
    failed(error, loadNext);
  }
}

function failed(error, retry) {
  if (error.code === "session") {
    showProblem(new CallError(error.code, "This browser is not signed in any more.", error.hint), undefined);
  } else if (error.code === "nameless") {
    begin();
  } else {
    showProblem(error, retry);
  }
}

/** One thing sent after the other. */
function inTurn(work) {
  const result = state.sending.then(work, work);
  state.sending = result.catch(() => undefined);
  return result;
}

function send(card, verdict, details, shown) {
  return inTurn(() => post("/api/decisions", {
    queue: state.queue, sample: card.sample.id, verdict, ...details,
    ...(shown ? { besides: [shown.sample.id] } : {}),
  }));
}

function told(verdict, details, next) {
  const { keys } = LAYOUTS[layoutName()];
  const detail = details.reason ?? details.correction?.difficulty ?? details.correction?.label;
  const words = detail === undefined ? DONE[verdict] : `${DONE[verdict]}: ${spoken(detail, 60)}`;
  const undo = keys.undo === undefined ? "" : ` (${keys.undo} takes it back)`;
  say(words + undo, next ? `${words}. ${describe(next)}` : words);
}

/** Stores a decision and shows what comes next: at once where it is there already. */
async function decide(verdict, details = {}) {
  const { card, upcoming } = state;
  if (card === null) return;
  if (upcoming) {
    // What comes after it is in the answer; asked for now, it could be the sample that is just being sent.
    show(upcoming, null);
    told(verdict, details, upcoming);
    const { turn } = state;
    try {
      const answer = await send(card, verdict, details, upcoming);
      takeProgress(answer.progress);
      if (turn === state.turn) state.upcoming = answer.card;
    } catch (error) {
      // It was not stored, so it comes back to be decided.
      const after = state.card;
      show(card, after);
      say("");
      failed(error, () => decide(verdict, details));
    }
    return;
  }
  try {
    await decideSlowly(verdict, details);
  } catch (error) {
    failed(error, () => decide(verdict, details));
  }
}

/** Stores a decision before anything else is shown: for what was typed, and where nothing is ready. */
async function decideSlowly(verdict, details) {
  const { card, upcoming } = state;
  if (state.isSending) return;
  state.isSending = true;
  try {
    const answer = await send(card, verdict, details, upcoming ?? undefined);
    takeProgress(answer.progress);
    const next = upcoming || answer.card;
    show(next ?? null, upcoming ? answer.card : undefined);
    told(verdict, details, next);
  } finally {
    state.isSending = false;
  }
}

async function undo() {
  if (state.queue === null) return;
  try {
    const answer = await inTurn(() => post("/api/undo", { queue: state.queue }));
    takeProgress(answer.progress);
    if (answer.decision === null) {
      say("There is nothing to take back in this queue.");
      return;
    }
    if (answer.card === null) {
      await loadNext();
    } else {
      const before = state.card;
      const isOther = before !== null && before.sample.id !== answer.card.sample.id;
      show(answer.card, isOther ? before : undefined);
    }
    const words = `Taken back: ${DONE[answer.decision.verdict].toLowerCase()}`;
    say(words, `${words}. ${answer.card === null ? "" : describe(answer.card)}`);
  } catch (error) {
    failed(error, undo);
  }
}

function act(name) {
  if (isAsking()) return;
  if (state.name === null) return;
  const { card } = state;
  switch (name) {
    case "accept": if (card !== null) decide("accept"); break;
    case "skip": if (card !== null) decide("skip"); break;
    case "reject": if (card !== null) askReason((reason) => decideSlowly("reject", { reason })); break;
    case "fix": if (card !== null) askFix(card, (correction) => decideSlowly("fix", { correction })); break;
    case "label":
      if (card !== null && card.labels.length > 0) {
        askLabel(card, (correction) => decideSlowly("fix", { correction }));
      }
      break;
    case "difficulty":
      if (card !== null) {
        askDifficulty(card, (difficulty) => decideSlowly("accept", { correction: { difficulty } }));
      }
      break;
    case "undo": undo(); break;
    case "queues": chooseQueue(); break;
    case "help": showHelp(); break;
    default: break;
  }
}

async function chooseQueue() {
  try {
    state.queues = (await get("/api/queues")).queues;
  } catch (error) {
    failed(error, chooseQueue);
    return;
  }
  askQueue(state.queues, state.queue, openQueue);
}

async function openQueue(id) {
  state.queue = id;
  state.card = null;
  putName("queue-name", state.queues.find((queue) => queue.id === id)?.title ?? id);
  await loadNext();
}

/** Finds out who reviews what, and begins. */
async function begin() {
  try {
    const session = await get("/api/session");
    putName("title", session.title);
    if (session.name === null) {
      askName(null, false, async (name, samePerson) => {
        const named = await post("/api/session", { name, same_person: samePerson });
        await start(named);
      });
      return;
    }
    await start(session);
  } catch (error) {
    failed(error, begin);
  }
}

async function start(session) {
  state.name = session.name;
  putName("reviewer", session.name);
  state.queues = (await get("/api/queues")).queues;
  const wanted = state.queues.find((queue) => queue.id === (state.queue ?? session.queue)) ?? state.queues[0];
  if (wanted === undefined) {
    $("queue-name").textContent = "none";
    showFinished("There is nothing to review: no queue has a sample.");
    return;
  }
  await openQueue(wanted.id);
}

/** Two people review at once: what the other one does is fetched now and then. */
async function refresh() {
  if (document.hidden || state.name === null || state.queue === null) return;
  const { queue } = state;
  try {
    // At the end of a queue a sample may come free that somebody else had before them.
    const isFinished = state.card === null;
    const { turn } = state;
    const answer = await get(isFinished ? "/api/next" : "/api/progress", { queue });
    if (queue !== state.queue || turn !== state.turn) return;
    takeProgress(answer.progress);
    if (!isFinished) return;
    if (answer.card === null) showFinished(finishedWords());
    else show(answer.card, undefined);
  } catch {
    // The next decision says what is wrong, if it still is.
  }
}

document.addEventListener("keydown", (event) => {
  if (isAsking()) return;
  const name = action(event);
  if (name === undefined) return;
  event.preventDefault();
  act(name);
});
for (const button of document.querySelectorAll("#actions button")) {
  button.addEventListener("click", () => act(button.dataset.action));
}
$("queues-button").addEventListener("click", () => act("queues"));
$("finished-queues").addEventListener("click", () => act("queues"));
$("help-button").addEventListener("click", () => act("help"));
$("problem-next").addEventListener("click", () => loadNext());
$("name-button").addEventListener("click", () => {
  if (state.name === null) return;
  askName(state.name, true, async (name, samePerson) => {
    const named = await post("/api/session", { name, same_person: samePerson });
    await start(named);
  });
});
prepareDialogs();
showKeys();
setInterval(refresh, 5000);
begin();
