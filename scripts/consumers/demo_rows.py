"""Rows of every task, with what breaks files in them: quotes, line ends, formulas, templates."""
import random

WORDS = "where is my card and the bill for march please send it again to ada in oslo or rome today".split()
NASTY = ['=1+1', '"so"', "a,b;c", "{{ x }}", "{% raw %}", "line\nend", "<b>", "it's", "@all", "-5", "NA", "null",
         "naïve", "日本", "👩‍👩‍👧", "{# c #}", "\\n", "#tag", "\u2028", "{% endraw %}"]


class Rows:
    def __init__(self, task):
        self.random = random.Random(f"rows of {task}")

    def text(self, least=6):
        words = [self.random.choice(WORDS) for _ in range(least + self.random.randrange(8))]
        if self.random.random() < 0.5:
            words[self.random.randrange(len(words))] = self.random.choice(NASTY)
        return " ".join(words)

    def classification(self, number):
        label = self.random.choice(["card", "bill", "3"])
        return {"text": f"{label} {self.text()} {number}", "label": label}

    def instruction(self, number):
        return {"instruction": f"{self.text()} {number}", "input": "" if number % 2 else self.text(),
                "output": self.text()}

    def chat(self, number):
        turns = []
        for place in range(1 + number % 3):
            turns += [{"role": "user", "content": f"{self.text()} {number} {place}"},
                      {"role": "assistant", "content": self.text()}]
        return {"messages": turns}

    def question_answering(self, number):
        context = self.text(14) + f" {number}"
        start = self.random.randrange(len(context) - 6)
        answer = {"text": context[start:start + 5], "answer_start": start}
        return {"question": f"{self.text()} {number}?", "context": context, "answers": [answer]}

    def extraction(self, number):
        text = f"{self.text()} Ada{number} {self.text()} Oslo's"
        spans = []
        for word, label in ((f"Ada{number}", "name"), ("Oslo", "city")):
            start = text.index(word)
            spans.append({"start": start, "end": start + len(word), "label": label})
        return {"text": text, "spans": spans}

    def preference(self, number):
        return {"prompt": f"{self.text()} {number}", "chosen": self.text() + " yes", "rejected": self.text() + " no"}

    def tabular(self, number):
        return {"city": self.random.choice(["Oslo", "Rome"]), "age": number, "score": self.random.random(),
                "active": self.random.random() < 0.5, "note": None if number % 3 else "x"}


TASKS = ["classification", "instruction", "chat", "question_answering", "extraction", "preference", "tabular"]


def rows(task, count):
    made = Rows(task)
    return [getattr(made, task)(number) for number in range(count)]
