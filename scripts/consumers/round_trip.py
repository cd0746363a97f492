"""Every export read back by the program: the same task, and the same texts, labels, spans, answers, turns and tools."""
import decimal
import json
import re

# Formats that say the same in another form: the task that is found in them again.
FOUND = {
    ("classification", "openai"): "chat", ("classification", "sharegpt"): "chat",
    ("classification", "alpaca"): "instruction", ("instruction", "openai"): "chat",
    ("instruction", "sharegpt"): "chat", ("question_answering", "openai"): "chat",
    ("question_answering", "sharegpt"): "chat", ("question_answering", "alpaca"): "instruction",
    ("extraction", "openai"): "chat", ("extraction", "sharegpt"): "chat", ("extraction", "alpaca"): "instruction",
}


class Literal(str):
    """A number as it was written: 1 is not 1.0, and neither is the text "1"."""

    def __eq__(self, other):
        return isinstance(other, Literal) and str(self) == str(other)

    __hash__ = str.__hash__


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line, parse_float=Literal, parse_int=Literal) for line in file]


def check(project, name, options, folder):
    """Reads the training rows of an export as the data of a project, and holds them against those that were exported."""
    every = list(enumerate(lines(project.folder / "out-jsonl" / "train.jsonl"), 1))
    base = [(number, row) for number, row in every if row["seedbed"]["origin"] == "real"]
    [file] = [path for path in folder.rglob("train*") if path.is_file()]
    task, found = read(project, file, project.folder / "-".join(["back", folder.name]))
    assert task == FOUND.get((project.task, name), project.task), f"{file.name}: found as {task}"
    if name in ("jsonl", "csv", "huggingface"):
        equal = fields(project.folder)
        assert fields(folder.with_name(f"back-{folder.name}")) == equal, f"{file.name}: other fields than {equal}"
    mixed = columns_of_json(every) if name == "huggingface" else set()
    places = squad_order(every) if name == "squad" else {number: number for number, _ in every}
    compared = 0
    for number, row in base:
        # Some rows of a file are sealed, and sealed rows come out of nothing.
        if places[number] in found:
            compared += 1
            expected = expected_row(project.task, name, row, mixed)
            same(expected, found[places[number]], f"{file.name} {number}", "--parquet" in options)
    assert compared >= 0.9 * len(base), f"only {compared} of {len(base)} rows came back"


def read(project, file, place):
    """The task that `init` finds in a file, and its rows by their number, as they are exported again."""
    place.mkdir()
    words = project.run("init", str(file), "--holdout-fraction", "0.02", folder=place)
    task = re.search(r"\n  task +(\w+)", words).group(1)
    settings = place / "seedbed.yaml"
    text = re.sub(r"minimum: \d+", "minimum: 0", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    project.run("run", folder=place)
    project.run("export", "--output", str(place / "out"), folder=place)
    rows = {}
    for path in sorted((place / "out").glob("*.jsonl")):
        for row in lines(path):
            mark = row.pop("seedbed")
            assert mark["origin"] == "real", mark
            rows[int(mark["source"]["row"])] = row
    return task, rows


def fields(place):
    """Which field plays which part, as the settings of a project say."""
    text = (place / "seedbed.yaml").read_text(encoding="utf-8")
    return text.split("\nfields:\n", 1)[1].split("\n\n", 1)[0] if "\nfields:\n" in text else ""


def same(expected, found, what, is_typed):
    """Equal in every field that is expected; a field that is null may be missing."""
    for name, value in expected.items():
        left, right = (simple(one, is_typed) for one in (value, found.get(name)))
        assert type(left) is type(right) and left == right, f"{what}: `{name}` is {right!r} instead of {left!r}"[:600]


def simple(value, is_typed):
    """A value without members that are null; of columns with a type, numbers as what they count."""
    if isinstance(value, dict):
        return {name: simple(one, is_typed) for name, one in value.items() if one is not None}
    if isinstance(value, list):
        return [simple(one, is_typed) for one in value]
    return decimal.Decimal(value) if is_typed and isinstance(value, Literal) else value


def squad_order(rows):
    """Questions about the same context stand together: the place of each row."""
    contexts = {}
    for number, row in rows:
        contexts.setdefault((row.get("title", ""), row["context"]), []).append(number)
    return {number: place for place, number in enumerate((one for many in contexts.values() for one in many), 1)}


def columns_of_json(rows):
    """Columns with values of several kinds, which are text that holds JSON."""
    kinds = {}
    for _, row in rows:
        for name, value in row.items():
            if name != "seedbed" and value is not None:
                kinds.setdefault(name, set()).add(kind(value))
    return {name for name, found in kinds.items() if len(found) > 1 or "other" in found}


def kind(value):
    if isinstance(value, Literal):
        return "other" if value.lstrip("-").isdigit() and abs(int(value)) >= 2**63 else "number"
    return "other" if value == {} else type(value).__name__


def expected_row(task, name, row, mixed):
    row = {field: value for field, value in row.items() if field != "seedbed"}
    if name == "jsonl":
        return row
    if name == "huggingface":
        return {field: text_of(value) if field in mixed and value is not None else value for field, value in row.items()}
    if name == "csv":
        return {field: cell(field, value) for field, value in row.items()}
    if name == "conll":
        return {"text": row["text"], "spans": row["spans"]}
    if name == "squad":
        return {field: row[field] for field in ("question", "context", "answers")}
    if name == "preference":
        return {field: row[field] for field in ("prompt", "chosen", "rejected")}
    if name == "preference-chat":
        return {field: [{"role": "user" if field == "prompt" else "assistant", "content": row[field]}]
                for field in ("prompt", "chosen", "rejected")}
    if name in ("openai", "sharegpt"):
        turns = row["messages"] if task == "chat" else [
            {"role": "user", "content": "\n\n".join(text for text in asked(task, row) if text)},
            {"role": "assistant", "content": answer(task, row)}]
        if name == "openai":
            return {"messages": turns, **({"tools": row["tools"]} if "tools" in row else {})}
        speakers = {"system": "system", "user": "human", "assistant": "gpt"}
        return {"conversations": [{"from": speakers[turn["role"]], "value": turn["content"]} for turn in turns]}
    if name == "alpaca":
        first, second = asked(task, row) if task == "instruction" else reversed(asked(task, row))
        return {"instruction": first, "input": second, "output": answer(task, row)}
    expected = evaluation(task, row)
    if name == "lm-eval" and "spans" in expected:
        # Its library wants one kind of value a column, so that what is to be answered is a text.
        expected["spans"] = text_of(expected["spans"])
    return expected


def asked(task, row):
    """What is asked, in the order in which it becomes one text."""
    if task == "question_answering":
        return [row["context"], row["question"]]
    if task == "instruction":
        return [row["instruction"], row.get("input") or ""]
    return ["", row["text"]]


def answer(task, row):
    if task == "classification":
        return row["intent"]
    if task == "extraction":
        return text_of(row["spans"])
    return row["answers"][0]["text"] if task == "question_answering" else row["output"]


def evaluation(task, row):
    """What promptfoo, lm-evaluation-harness and pytest are given."""
    if task == "classification":
        return {"text": row["text"], "label": row["intent"]}
    if task == "question_answering":
        texts = [answer["text"] for answer in row["answers"]]
        return {"question": row["question"], "context": row["context"], "answers": texts}
    if task == "instruction":
        return {name: value for name, value in row.items() if name != "input" or value}
    return {name: row[name] for name in ("text", "spans", "prompt", "chosen", "rejected") if name in row}


def text_of(value):
    """Compact JSON, in which numbers stand as they were written."""
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{text_of(name)}:{text_of(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def cell(field, value):
    """A cell is a text, but a list under a name that can mean nothing else is a list again."""
    if value is None:
        return ""
    if isinstance(value, list) and field in ("messages", "answers", "spans", "tools"):
        return value
    return value if isinstance(value, str) and not isinstance(value, Literal) else text_of(value)
