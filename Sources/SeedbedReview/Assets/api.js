// Talks to the server. The key of the session came behind the `#` of the address, which is never sent; it is
// kept for this port alone and goes with every call, because a cookie by itself goes to every port.

const STORED_KEY = "seedbed-review-key";
// What is told may be checked first, which takes longer than an answer.
const PATIENCE = { GET: 20000, POST: 110000 };

/** What went wrong, in words for people. */
export class CallError extends Error {
  constructor(code, message, hint) {
    super(message);
    this.code = code;
    this.hint = hint ?? "";
  }
}

function key() {
  const fresh = location.hash.slice(1);
  if (/^[0-9a-f]{64}$/.test(fresh)) {
    localStorage.setItem(STORED_KEY, fresh);
    history.replaceState(null, "", "/");
  }
  return localStorage.getItem(STORED_KEY) ?? "";
}

const sessionKey = key();

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: { ...options.headers, "Seedbed-Key": sessionKey },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE[options.method]),
    });
  } catch (error) {
    throw new CallError(
      "unreachable",
      error.name === "TimeoutError"
        ? `The review server has not answered for ${PATIENCE[options.method] / 1000} seconds.`
        : "The review server does not answer.",
      "See whether seedbed review still runs in its terminal. What you typed is kept.");
  }
  let document;
  try {
    document = await response.json();
  } catch {
    throw new CallError("unreadable", "The review server's answer broke off.", "Try it again.");
  }
  if (!response.ok) {
    const error = document.error ?? {};
    throw new CallError(error.code ?? "unknown", error.message ?? `status ${response.status}`, error.hint);
  }
  return document;
}

/** Asks for something. */
export function get(path, query = {}) {
  const text = new URLSearchParams(query).toString();
  return call(text === "" ? path : `${path}?${text}`, { method: "GET" });
}

/** Tells something. */
export function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}
