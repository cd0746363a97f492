"""Makes a project of each task, exports it in every format, and loads the exports as their consumers do."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import checks
import hostile_rows
import round_trip
from demo_rows import TASKS, rows

FORMATS = {
    "classification": ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "promptfoo", "lm-eval", "pytest"],
    "instruction": ["jsonl", "csv", "openai", "alpaca", "sharegpt", "huggingface", "promptfoo", "lm-eval", "pytest"],
    "chat": ["jsonl", "openai", "sharegpt", "huggingface"],
    "question_answering": ["jsonl", "openai", "alpaca", "huggingface", "squad", "promptfoo", "lm-eval", "pytest"],
    "extraction": ["jsonl", "openai", "huggingface", "conll", "promptfoo", "lm-eval", "pytest"],
    "preference": ["jsonl", "huggingface", "preference", "preference-chat", "lm-eval"],
    "tabular": ["jsonl", "csv", "huggingface"],
}


class Project:
    """A project of one task, with a version of its rows."""

    def __init__(self, program, task, folder, made, changes, *options):
        self.program, self.task, self.folder = program, task, folder
        folder.mkdir()
        with open(folder / "rows.jsonl", "w", encoding="utf-8") as file:
            for row in made:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.run("init", "rows.jsonl", *options)
        settings = folder / "seedbed.yaml"
        text = settings.read_text(encoding="utf-8")
        for old, new in changes.items():
            text = text.replace(old, new, 1)
        settings.write_text(text, encoding="utf-8")
        self.run("run")

    def run(self, *arguments, folder=None):
        done = subprocess.run([self.program, *arguments], cwd=folder or self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"seedbed {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout

    def export(self, name, *options):
        place = self.folder / "-".join(["out", name, *(option.strip("-") for option in options)])
        self.run("export", "--format", name, "--output", str(place), *options)
        return place

    def original(self):
        """The version's rows by part, without provenance; the id of each is its place in the file."""
        return {
            part: checks.lines(self.folder / "out-jsonl-plain" / f"{part}.jsonl")
            for part in checks.PARTS
            if (self.folder / "out-jsonl-plain" / f"{part}.jsonl").exists()
        }


def main():
    program = sys.argv[1]
    failed = checked = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HF_HOME"] = f"{folder}/cache"
        for task in TASKS:
            # Cells that are short, and an evaluation suite, so that there are synthetic rows of both kinds.
            changes = {"\nname:": "\nlicense: CC-BY-4.0\nname:"}
            if task != "tabular":
                changes |= {"minimum: 20": "minimum: 45", "evaluation_suite: 0": "evaluation_suite: 8"}
            project = Project(program, task, pathlib.Path(folder) / task, rows(task, 120), changes)
            project.export("jsonl", "--plain")
            for name in FORMATS[task]:
                variants = [[], ["--plain"]] if name == "huggingface" else [["--plain"]]
                if name == "huggingface" and task in ("classification", "extraction"):
                    variants.append(["--parquet"])
                if name in ("jsonl", "csv") and task == "classification":
                    variants.append([])
                for options in variants:
                    checked += 1
                    failed += not check(project, name, options)
            checked += 1
            failed += not check(project, "jsonl", ["--prov", "samples"])
        seconds = time.monotonic() - began
        print(f"consumers: {checked - failed} of {checked} exports are what their consumers read, {seconds:.0f} s")
        schema = checks.promptfoo_schema()
        print(f"consumers: promptfoo by its schema {schema}" if schema else "consumers: promptfoo by its documented "
              "rules; to use its schema as well, name its config-schema.json in PROMPTFOO_SCHEMA")
        lost, returned = returns(program, pathlib.Path(folder))
    print(f"consumers: {returned - lost} of {returned} exports come back without loss, "
          f"{time.monotonic() - began - seconds:.0f} s")
    return 1 if failed or lost else 0


def returns(program, folder):
    """How many exports of strange rows lost something on the way back, and how many there are."""
    lost = returned = 0
    changes = {"  train: 0.9\n  validation: 0.1": "  train: 0.98\n  validation: 0.02"}
    for kind, (task, names) in hostile_rows.KINDS.items():
        named = ["--text", "text", "--label", "intent"] if task == "classification" else []
        place = folder / f"strange-{kind}"
        project = Project(program, task, place, hostile_rows.rows(kind), changes, *named, "--holdout-fraction", "0.02")
        project.export("jsonl")
        for name in names:
            for options in [["--plain"], ["--plain", "--parquet"]] if name == "huggingface" else [["--plain"]]:
                returned += 1
                try:
                    round_trip.check(project, name, options, project.export(name, *options))
                except Exception as error:  # each kind of failure is a failure of the export
                    lost += 1
                    words = " ".join([name, *options])
                    print(f"consumers: {words} of {kind}: {type(error).__name__}: {str(error)[:1500]}")
    return lost, returned


def check(project, name, options):
    words = " ".join([name, *options])
    try:
        folder = project.folder / "out-jsonl-plain"
        if (name, options) != ("jsonl", ["--plain"]):
            folder = project.export(name, *options)
        checks.export(project.task, name, folder, project.original(), options)
    except Exception as error:  # each kind of failure is a failure of the export
        print(f"consumers: {words} of {project.task}: {type(error).__name__}: {str(error)[:1500]}")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
