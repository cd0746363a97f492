"""Rows of every task whose texts are what breaks files: each strange text in front, behind and alone."""
import json
import random

STRANGE = [
    '"', "''", 'say "so" again', "line\nend", "line\r\nend", "line\rend", "tab\tin", "\ttabs\t", "  spaces  ",
    "\n\nlines\n\n", "\r\nlines\r\n", "# comment", "# text = other", "#", "👩‍👩‍👧 🇳🇴", "e\u0301 \u0301", "é",
    "\u05e9\u05dc\u05d5\u05dd \u202e right to left", "\u2028between\u2029", "\u0085next\u0085", "\u0001\u001f\u007f\u009f",
    "\ufeffmark", "\ufffe\uffff", "\u00a0wide\u3000", "\u200bnone\u200b", "{{ x }}", "{% raw %}", "{% endraw %}",
    '{{ "{%" }}', "{# c #}", "{", "{%", "file:///etc/hosts", "package:x", "https://example.org/{{ x }}", "=1+1",
    "+49", "-5", "@all", "007", "1.0", "1e20", "12345678901234567890", "true", "null", "NaN", "NA", "None", "inf",
    "a,b;c|d", "-DOCSTART- -X- O O", "word\tB-name", "O", "\\n \\u0000 \\", "<script>", "</script>", "&amp;",
    "---", "- a: b", "[1, 2]", '{"a": 1}', '["x"]', "%s $1 ${x} `x`", "\U0010ffff", "日本語", "x" * 70_000,
]
# Values of every kind, in one column.
VALUES = [1, 1.0, 1e20, 0.1, -0.0, 123456789012345678901234567890, "007", "1", "", True, None, {}, [],
          {"a": [{"b": None}], "c": "x"}, ["x", 1], "null"]
WORDS = "where is my card and the bill for march please send it again to ada in oslo or rome today".split()
# The formats that each kind of rows goes into, with the kind's task.
KINDS = {
    "classification": ("classification", ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "promptfoo",
                                          "lm-eval", "pytest"]),
    "instruction": ("instruction", ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "promptfoo",
                                    "lm-eval", "pytest"]),
    "chat": ("chat", ["jsonl", "csv", "openai", "sharegpt", "huggingface"]),
    "tools": ("chat", ["jsonl", "csv", "openai", "huggingface"]),
    "question_answering": ("question_answering", ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "squad",
                                                  "promptfoo", "lm-eval", "pytest"]),
    "unanswerable": ("question_answering", ["jsonl", "csv", "huggingface", "squad"]),
    "extraction": ("extraction", ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "conll", "promptfoo",
                                  "lm-eval", "pytest"]),
    "preference": ("preference", ["jsonl", "csv", "huggingface", "preference", "preference-chat", "lm-eval"]),
    "tabular": ("tabular", ["jsonl", "csv", "huggingface"]),
}


class Rows:
    """Rows that all differ; strange texts stand in turn in each of the texts of a row."""

    def __init__(self, kind):
        self.random = random.Random(f"strange rows of {kind}")
        self.number = 0

    def plain(self, count=6):
        self.number += 1
        return " ".join([*(self.random.choice(WORDS) for _ in range(count)), str(self.number)])

    def strange(self, text, place):
        return [f"{text} {self.plain()}", f"{self.plain()} {text}", f"{self.plain()} {text} {self.plain(2)}"][place]

    def classification(self, text, place):
        label = self.random.choice(["card", "bill", "3", "=sum"])
        return {"text": self.strange(text, place), "intent": label, "label": self.plain(2),
                "value": VALUES[self.number % len(VALUES)], "count": VALUES[self.number % 5]}

    def instruction(self, text, place):
        texts = [self.plain(), self.plain(), self.plain()]
        texts[place] = text if place == 1 else self.strange(text, place)
        return dict(zip(("instruction", "input", "output"), texts))

    def chat(self, text, place):
        turns = [{"role": "system", "content": self.plain()}] if place == 2 else []
        turns += [{"role": "user", "content": self.strange(text, place)},
                  {"role": "assistant", "content": self.strange(text, 2 - place)}]
        return {"messages": turns}

    def tools(self, text, place):
        call = {"id": f"call_{self.number}", "type": "function",
                "function": {"name": "look_up", "arguments": json.dumps({"words": text})}}
        turns = [{"role": "user", "content": self.strange(text, place)},
                 {"role": "assistant", "content": None, "tool_calls": [call]},
                 {"role": "tool", "tool_call_id": call["id"], "content": self.strange(text, 2 - place)},
                 {"role": "assistant", "content": self.plain()}]
        words = {"type": "object", "properties": {"words": {"type": "string"}}}
        return {"messages": turns, "tools": [{"type": "function", "function": {"name": "look_up", "parameters": words}}]}

    def question_answering(self, text, place):
        context = self.strange(text, 2)
        start = context.index(text)
        answer = {"text": text, "answer_start": start}
        question = self.strange(text, 0) if place == 0 else self.plain()
        answers = [answer] if place == 1 else [answer, {"text": context[:4], "answer_start": 0}]
        return {"question": question, "context": context, "answers": answers}

    def unanswerable(self, text, place):
        row = self.question_answering(text, place)
        return {**row, "answers": row["answers"] if place == 0 else []}

    def extraction(self, text, place):
        name = f"Ada{self.number}"
        text = f"{self.strange(text, place)} {name}'s {self.plain(2)}"
        start = text.index(name)
        return {"text": text, "spans": [{"start": start, "end": start + len(name), "label": "name", "text": name}]}

    def preference(self, text, place):
        texts = [self.plain(), self.plain(), self.plain()]
        texts[place] = text if place == 1 else self.strange(text, place)
        return dict(zip(("prompt", "chosen", "rejected"), texts))

    def tabular(self, text, place):
        self.number += 1
        return {"city": self.random.choice(["Oslo", "Rome"]), "code": text, "count": self.number,
                "score": self.random.random(), "active": place == 0, "value": VALUES[self.number % len(VALUES)]}


def rows(kind):
    made = Rows(kind)
    return [getattr(made, kind)(text, place) for place in range(3) for text in STRANGE]
