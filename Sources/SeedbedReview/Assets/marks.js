// Shows what cannot be seen: characters that are invisible, or that turn the direction of others, become
// small marks. Texts only ever enter the page as text, never as markup.

const NAMES = new Map(Object.entries({
  "0000": ["NUL", "null"], "0008": ["BS", "backspace"], "0009": ["⇥", "tab"],
  "000B": ["VT", "vertical tab"], "000C": ["FF", "form feed"], "000D": ["CR", "carriage return"],
  "001B": ["ESC", "escape"], "007F": ["DEL", "delete"], "0085": ["NEL", "next line"],
  "00A0": ["⍽", "no-break space"], "00AD": ["SHY", "soft hyphen"],
  "034F": ["CGJ", "combining grapheme joiner"], "061C": ["ALM", "Arabic letter mark"],
  "180E": ["MVS", "Mongolian vowel separator"], "200B": ["ZWSP", "zero-width space"],
  "200C": ["ZWNJ", "zero-width non-joiner"], "200D": ["ZWJ", "zero-width joiner"],
  "200E": ["LRM", "left-to-right mark"], "200F": ["RLM", "right-to-left mark"],
  "2028": ["LS", "line separator"], "2029": ["PS", "paragraph separator"],
  "202A": ["LRE", "left-to-right embedding"], "202B": ["RLE", "right-to-left embedding"],
  "202C": ["PDF", "end of direction"], "202D": ["LRO", "left-to-right override"],
  "202E": ["RLO", "right-to-left override"], "202F": ["⍽", "narrow no-break space"],
  "2060": ["WJ", "word joiner"], "2066": ["LRI", "left-to-right isolate"],
  "2067": ["RLI", "right-to-left isolate"], "2068": ["FSI", "first strong isolate"],
  "2069": ["PDI", "end of isolate"], "3000": ["⍽", "ideographic space"],
  "FEFF": ["BOM", "byte order mark"], "FFFD": ["U+FFFD", "replacement character"],
}));

// Everything without ink of its own, every space but the plain one, and what fonts draw as nothing.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u034F\u115F\u1160\u2800\u3164\uFFA0\uFE00-\uFE0F\uFFFD\u{E0100}-\u{E01EF}]/u;
const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{M}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u115F\u1160\u2800\u3164\uFFA0\uFFFD]/u;
const SPACE = /\p{Zs}/u;
const COMBINING = /\p{M}/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;
const JOINING = /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mong}]/u;

// More marks than anybody reads: what follows is shown with a plain sign instead.
const MOST_MARKS = 2000;
// More accents on one letter than any language writes.
const MOST_ACCENTS = 4;

function hex(character) {
  return character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** Whether a character belongs where it is, although it has no ink: inside an emoji or a joined script. */
function belongs(character, before, after) {
  const code = character.codePointAt(0);
  if (code === 0xFE0F || code === 0xFE0E) return before !== undefined && PICTURE_OR_DIGIT.test(before);
  if (code === 0x200D) {
    return before !== undefined && after !== undefined
      && ((PICTURE.test(before) && PICTURE.test(after)) || (JOINING.test(before) && JOINING.test(after)));
  }
  if (code === 0x200C) {
    return before !== undefined && after !== undefined && JOINING.test(before) && JOINING.test(after);
  }
  return false;
}
const PICTURE_OR_DIGIT = /[\p{Emoji}\p{Extended_Pictographic}]/u;

/** Cuts a text into pieces that are plain and pieces that are one unseen character, often repeated. */
export function segments(text) {
  if (!STRANGE.test(text)) return text === "" ? [] : [{ text }];
  const characters = Array.from(text);
  const found = [];
  let plain = "";
  let accents = 0;
  const flush = () => {
    if (plain !== "") found.push({ text: plain });
    plain = "";
  };
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at];
    accents = COMBINING.test(character) ? accents + 1 : 0;
    const isUnseen = character !== "\n" && UNSEEN.test(character)
      && !belongs(character, characters[at - 1], characters[at + 1]);
    if (!isUnseen && accents <= MOST_ACCENTS) {
      plain += character;
      continue;
    }
    flush();
    let count = 1;
    const isLike = (other) => (isUnseen ? other === character : COMBINING.test(other));
    while (at + 1 < characters.length && isLike(characters[at + 1])) {
      count += 1;
      at += 1;
    }
    const code = hex(character);
    const [short, name] = NAMES.get(code) ?? (isUnseen
      ? [SPACE.test(character) ? "⍽" : `U+${code}`, "invisible character"]
      : ["◌", "one of many accents on one letter"]);
    found.push({ short, name, code, count, isSpace: SPACE.test(character) });
  }
  flush();
  return found;
}

/** A text for the page, its unseen characters as marks. */
export function shown(text) {
  const fragment = document.createDocumentFragment();
  let marks = 0;
  for (const segment of segments(text)) {
    if (segment.text !== undefined) {
      fragment.append(segment.text);
      continue;
    }
    marks += 1;
    if (marks > MOST_MARKS) {
      fragment.append("▯".repeat(Math.min(segment.count, 20)));
      continue;
    }
    const mark = document.createElement("span");
    mark.className = segment.isSpace || segment.short === "⇥" ? "unseen-mark faint" : "unseen-mark";
    mark.setAttribute("role", "img");
    const times = segment.count > 1 ? ` ×${segment.count}` : "";
    mark.setAttribute("aria-label", `${segment.name}, U+${segment.code}${times}`);
    mark.title = `${segment.name} (U+${segment.code})${times}`;
    mark.textContent = segment.short + times;
    fragment.append(mark);
  }
  return fragment;
}

/** Puts a text from the data into an element of its own direction. */
export function put(element, text) {
  element.replaceChildren(shown(text));
  return element;
}

/** A `bdi` with a text from the data: whatever its direction, its neighbours keep theirs. */
export function bdi(text, className) {
  const element = document.createElement("bdi");
  if (className !== undefined) element.className = className;
  return put(element, text);
}

/** A sentence of the program: what it puts between backticks is set as code. With words of the data in it, unseen
 * characters become marks; what this page itself says holds none but its own. */
export function sentence(text, className, show = shown) {
  const pieces = text.split("`");
  const element = document.createElement("bdi");
  if (className !== undefined) element.className = className;
  // Where one backtick is left over nobody can tell what is code.
  if (pieces.length % 2 === 0) {
    element.append(show(text));
    return element;
  }
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) {
      element.append(show(piece));
      continue;
    }
    const code = document.createElement("code");
    code.append(show(piece));
    element.append(code);
  }
  return element;
}

/** A text in one line for a screen reader or a title: no unseen characters at all. */
export function spoken(text, longest = 200) {
  const characters = Array.from(text.slice(0, 4 * longest)).filter((one) => !UNSEEN.test(one) || one === "\n");
  const line = characters.slice(0, longest).join("").replace(/\s+/g, " ").trim();
  return characters.length > longest ? `${line}…` : line;
}

/** How many unseen characters a text holds, line ends and tabs left out. */
export function unseenCount(text) {
  return segments(text).reduce(
    (sum, one) => sum + (one.text === undefined && one.code !== "0009" ? one.count : 0), 0);
}
