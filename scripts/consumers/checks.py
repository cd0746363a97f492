"""What each consumer of an export expects of it: its own loader, or its documented rules."""
import hashlib
import json
import logging
import os
import pathlib
import shutil
import subprocess
import sys

import datasets
import huggingface_hub
import jinja2
import jsonschema
import mlcroissant
import pandas
import prov.model
import yaml
from lm_eval import evaluator, simple_evaluate
from lm_eval.api.model import LM
from lm_eval.tasks import TaskManager

logging.disable(logging.WARNING)
datasets.disable_progress_bars()
# It asks git for a commit to put into its results, and git complains where there is none.
evaluator.get_git_commit_hash = lambda: None

PARTS = ("train", "validation", "synthetic_eval")


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def export(task, name, folder, original, options):
    """Checks one export; raises where its consumer would not take it."""
    card(folder)
    croissant(task, folder, name)
    lineage(folder, "samples" in options)
    checks = {
        "jsonl": jsonl, "csv": csv, "openai": openai, "alpaca": alpaca, "sharegpt": sharegpt,
        "huggingface": huggingface, "preference": preference, "preference-chat": preference_chat,
        "conll": conll, "squad": squad, "promptfoo": promptfoo, "lm-eval": lm_eval, "pytest": run_pytest,
    }
    checks[name](task, folder, original, "--plain" in options)


def equal(found, expected, what):
    if found != expected:
        for left, right in zip(found, expected) if isinstance(found, list) else [(found, expected)]:
            assert left == right, f"{what}: {left!r} is not {right!r}"
        raise AssertionError(f"{what}: {len(found)} instead of {len(expected)}")


def without_provenance(row):
    return {name: value for name, value in row.items() if name != "seedbed"}


# What lies beside every export.

def card(folder):
    data = huggingface_hub.DatasetCard.load(folder / "README.md").data
    assert data.license == "cc-by-4.0", data.license
    assert data.size_categories == ["n<1K"] and data.task_categories, data
    for config in data.configs:
        for file in config["data_files"]:
            assert (folder / file["path"]).exists(), file


def croissant(task, folder, name):
    described = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    issues = described.metadata.ctx.issues
    assert not issues.errors, issues.errors
    metadata = described.metadata
    assert metadata.data_biases and metadata.data_limitations and metadata.data_collection
    assert "synthetic" in metadata.data_collection
    for file in metadata.distribution:
        digest = hashlib.sha256((folder / file.content_url).read_bytes()).hexdigest()
        assert digest == file.sha256, file.content_url
    parts = {record_set.id for record_set in metadata.record_sets}
    if name in ("jsonl", "csv", "huggingface", "alpaca") and task != "chat":
        assert parts, "no record sets"
    for part in parts:
        found = list(described.records(part))
        source = next(record_set for record_set in metadata.record_sets if record_set.id == part)
        assert found, f"{part} has no records"
        for field in source.fields:
            values = [record[field.id] for record in found]
            assert len(values) == len(found)
        texts = [field.id for field in source.fields if field.name in ("text", "prompt", "instruction")]
        for text in texts:
            for record in found:
                assert isinstance(record[text], bytes), record[text]


def lineage(folder, with_samples):
    with open(folder / "prov.json", encoding="utf-8") as file:
        document = prov.model.ProvDocument.deserialize(file, format="json")
    kinds = {}
    for record in document.get_records():
        kinds.setdefault(type(record).__name__, []).append(record)
    elements = {str(record.identifier) for record in document.get_records(prov.model.ProvElement)}
    for relation in document.get_records(prov.model.ProvRelation):
        for _, value in relation.formal_attributes:
            assert value is None or str(value) in elements, f"{value} is nowhere described"
    assert len(kinds["ProvAgent"]) >= 1 and kinds["ProvGeneration"] and kinds["ProvDerivation"]
    assert kinds["ProvAttribution"] and kinds["ProvAssociation"]
    samples = [name for name in elements if name.startswith("sb:sample.")]
    assert bool(samples) == with_samples
    assert document.get_provn()


# One function a format.

def jsonl(task, folder, original, plain):
    for part, rows in original.items():
        found = lines(folder / f"{part}.jsonl")
        equal([without_provenance(row) for row in found], rows, part)
        assert all(("seedbed" in row) != plain for row in found)
        frame = pandas.read_json(folder / f"{part}.jsonl", lines=True, dtype=False, convert_dates=False)
        equal(list(frame.columns), list(found[0]), "columns")
        for name in ("text", "label", "prompt"):
            if name in rows[0]:
                equal(frame[name].tolist(), [row[name] for row in rows], name)


def csv(task, folder, original, plain):
    for part, rows in original.items():
        frame = pandas.read_csv(folder / f"{part}.csv", dtype=str, keep_default_na=False)
        for name in rows[0]:
            cells = [cell(row.get(name)) for row in rows]
            equal(frame[name].tolist(), cells, name)
        assert ("seedbed" in frame.columns) != plain
        if not plain:
            for text in frame["seedbed"]:
                assert json.loads(text)["origin"] in ("real", "synthetic")


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def openai(task, folder, original, plain):
    """The rules of https://platform.openai.com/docs/guides/fine-tuning: roles, texts, one answer at the end."""
    for part, rows in original.items():
        found = lines(folder / f"{part}.jsonl")
        assert len(found) == len(rows)
        for row in found:
            assert set(row) <= {"messages", "tools", "parallel_tool_calls"}, set(row)
            assert row["messages"] and row["messages"][-1]["role"] == "assistant"
            for message in row["messages"]:
                assert set(message) <= {"role", "content", "name", "tool_calls", "tool_call_id", "weight"}
                assert message["role"] in ("system", "developer", "user", "assistant", "tool")
                assert isinstance(message["content"], str) and message["content"]
        if task == "chat":
            equal([row["messages"] for row in found], [row["messages"] for row in rows], part)
    loads(folder, original, "jsonl")


def alpaca(task, folder, original, plain):
    for part, rows in original.items():
        found = lines(folder / f"{part}.jsonl")
        for row, source in zip(found, rows, strict=True):
            assert set(row) == {"instruction", "input", "output"}
            assert all(isinstance(value, str) for value in row.values()) and row["output"]
            if task == "instruction":
                equal(row, source, part)
    loads(folder, original, "jsonl")


def sharegpt(task, folder, original, plain):
    """As the loaders of open fine-tuning tools take it: speakers in turn, the last one the model."""
    for part, rows in original.items():
        for row in lines(folder / f"{part}.jsonl"):
            assert set(row) == {"conversations"}
            turns = [turn for turn in row["conversations"] if turn["from"] != "system"]
            assert [turn["from"] for turn in turns] == ["human", "gpt"] * (len(turns) // 2) and turns
            assert all(isinstance(turn["value"], str) for turn in turns)
    loads(folder, original, "jsonl")


def preference(task, folder, original, plain):
    """The standard form of TRL's preference datasets, with an explicit prompt."""
    for part, rows in original.items():
        equal(lines(folder / f"{part}.jsonl"), rows, part)
    loads(folder, original, "jsonl")


def preference_chat(task, folder, original, plain):
    """The conversational form: lists of messages, the prompt ends with the user's."""
    for part, rows in original.items():
        for row, source in zip(lines(folder / f"{part}.jsonl"), rows, strict=True):
            assert row["prompt"][-1]["role"] == "user"
            for name in ("prompt", "chosen", "rejected"):
                assert all(set(turn) == {"role", "content"} for turn in row[name])
                equal(row[name][-1]["content"], source[name], name)
            assert row["chosen"][0]["role"] == row["rejected"][0]["role"] == "assistant"
    loads(folder, original, "jsonl")


def loads(folder, original, ending):
    """All parts load together with `datasets`, each with its rows."""
    files = {part: str(folder / f"{part}.{ending}") for part in original}
    loaded = datasets.load_dataset("json", data_files=files)
    for part, rows in original.items():
        assert loaded[part].num_rows == len(rows)
    return loaded


def huggingface(task, folder, original, plain):
    loaded = datasets.load_dataset(str(folder))
    assert set(loaded) == set(original)
    declared = huggingface_hub.DatasetCard.load(folder / "README.md").data.dataset_info[0]
    features = datasets.Features._from_yaml_list(declared["features"])
    for part, rows in original.items():
        assert loaded[part].features == features, f"{loaded[part].features} is not {features}"
        found = [without_provenance(row) for row in loaded[part]]
        equal([filled(row, found[0]) for row in rows], found, part)
        assert ("seedbed" in loaded[part].column_names) != plain
    if not plain:
        origins = {row["seedbed"]["origin"] for part in loaded for row in loaded[part]}
        assert "real" in origins
        for row in loaded["train"]:
            parameters = row["seedbed"]["parameters"]
            assert parameters is None or isinstance(json.loads(parameters), dict)


def filled(row, example):
    """A row with a null for each column that it lacks, in the order of the columns."""
    row = {name: row.get(name) for name in example}
    if isinstance(row.get("spans"), list):
        row["spans"] = [{name: span.get(name) for name in ("start", "end", "label", "text")} for span in row["spans"]]
    return row


def conll(task, folder, original, plain):
    """Blocks of lines; a line of `# ` without a tab is a comment."""
    for part, rows in original.items():
        text = (folder / f"{part}.conll").read_bytes().decode()
        blocks = [block for block in text.split("\n\n") if block]
        assert len(blocks) == len(rows)
        for block, row in zip(blocks, rows):
            comments, tokens = {}, []
            for line in block.split("\n"):
                if line.startswith("# ") and "\t" not in line:
                    name, value = line[2:].split(" = ", 1)
                    comments[name] = value
                else:
                    tokens.append(line.split("\t"))
            words = json.loads(comments["text_json"]) if "text_json" in comments else comments["text"]
            assert words == row["text"]
            spans, last = [], None
            for token, start, end, tag in tokens:
                assert words[int(start):int(end)] == token and token.split() == [token]
                if tag.startswith("B-"):
                    last = {"start": int(start), "end": int(end), "label": tag[2:]}
                    spans.append(last)
                elif tag.startswith("I-"):
                    assert last and last["label"] == tag[2:], "an I- tag follows its own kind"
                    last["end"] = int(end)
                else:
                    assert tag == "O"
                    last = None
            expected = [{name: span[name] for name in ("start", "end", "label")} for span in row["spans"]]
            equal(spans, expected, part)


def squad(task, folder, original, plain):
    """The rules of the format's own evaluation script."""
    for part, rows in original.items():
        document = json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))
        assert document["version"] == "v2.0"
        seen, ids = [], set()
        for article in document["data"]:
            for paragraph in article["paragraphs"]:
                for question in paragraph["qas"]:
                    assert question["id"] not in ids
                    ids.add(question["id"])
                    assert question["is_impossible"] == (not question["answers"])
                    for answer in question["answers"]:
                        start = answer["answer_start"]
                        assert paragraph["context"][start:start + len(answer["text"])] == answer["text"]
                    seen.append({"question": question["question"], "context": paragraph["context"],
                                 "answers": question["answers"]})
        key = lambda row: json.dumps(row, sort_keys=True)
        equal(sorted(seen, key=key), sorted(rows, key=key), part)


def promptfoo_schema():
    """promptfoo's own JSON Schema, where it is on this machine: the file that PROMPTFOO_SCHEMA names, or one in the
    package of an installed `promptfoo`; None where there is none."""
    named = os.environ.get("PROMPTFOO_SCHEMA")
    if named:
        return pathlib.Path(named)
    program = shutil.which("promptfoo")
    folders = pathlib.Path(program).resolve().parents if program else []
    package = next((folder for folder in folders if folder.name == "promptfoo"), None)
    return next(iter(sorted(package.rglob("config-schema.json"))), None) if package else None


def promptfoo(task, folder, original, plain):
    """Test cases by promptfoo's schema or else by its reference; its templates are rendered, and nothing names a file."""
    templates = jinja2.Environment()
    schema = promptfoo_schema()
    for part in original if schema else []:
        cases = json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))
        jsonschema.validate({"prompts": ["{{text}}"], "tests": cases}, json.loads(schema.read_text(encoding="utf-8")))
    known = {"equals", "icontains-any", "rouge-n", "is-json"}
    for part, rows in original.items():
        cases = json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))
        for case, row in zip(cases, rows, strict=True):
            assert set(case) == {"description", "vars", "assert", "metadata"}
            assert all(isinstance(value, str) for value in case["vars"].values())
            texts = [*case["vars"].values(), case["description"]]
            for text in texts:
                assert not text.startswith(("file://", "package:"))
            shown = {name: templates.from_string(value).render() for name, value in case["vars"].items()}
            for name, value in shown.items():
                equal(value, row[name].rstrip("\n") if value == row[name].rstrip("\n") else row[name], name)
            for assertion in case["assert"]:
                assert assertion["type"] in known
                if task == "classification":
                    equal(templates.from_string(assertion["value"]).render(), row["label"], "label")
                if task == "extraction":
                    equal(assertion["value"]["const"], row["spans"], "spans")


class Answerer(LM):
    """A model that knows what each row expects, and says that or something else."""

    def __init__(self, expected, is_right):
        super().__init__()
        self.expected, self.is_right = expected, is_right
        self.prompts = {}

    def loglikelihood(self, requests):
        for request in requests:
            self.prompts.setdefault(request.doc_id, request.args[0])
        return [(0.0 if (request.idx == request.doc["gold"]) == self.is_right else -1e6, False) for request in requests]

    def generate_until(self, requests):
        answers = []
        for request in requests:
            self.prompts[request.doc_id] = request.args[0]
            answer = request.doc[self.expected]
            answer = answer[-1] if isinstance(answer, list) else answer
            answers.append(answer if self.is_right else "no such answer")
        return answers

    def loglikelihood_rolling(self, requests):
        raise AssertionError("no task of Seedbed asks for it")


def lm_eval(task, folder, original, plain):
    """The folder as lm-evaluation-harness runs it: a model that answers right has all points, another none."""
    settings = yaml.safe_load((folder / "task.yaml").read_text(encoding="utf-8"))
    manager = TaskManager(include_path=str(folder), include_defaults=False)
    assert settings["task"] in manager.all_tasks, manager.all_tasks
    part = "synthetic_eval" if "synthetic_eval" in original else "validation"
    rows = original[part]
    here = os.getcwd()
    os.chdir(folder)
    try:
        for is_right, shots in ((True, 0), (True, 2), (False, 0)):
            model = Answerer(settings["doc_to_target"], is_right)
            done = simple_evaluate(model=model, tasks=[settings["task"]], task_manager=manager, num_fewshot=shots,
                                   bootstrap_iters=0, log_samples=True)
            points = {name: value for name, value in done["results"][settings["task"]].items()
                      if name.split(",")[0] in ("acc", "acc_norm", "exact_match")}
            assert points and all(value == float(is_right) for value in points.values()), (is_right, shots, points)
            if (is_right, shots) == (True, 0):
                asked(task, settings, rows, done["samples"][settings["task"]], model.prompts)
    finally:
        os.chdir(here)


def asked(task, settings, rows, samples, prompts):
    """Every row is asked with all of its texts, and has its own answer as the expected one."""
    assert len(samples) == len(prompts) == len(rows)
    found = {sample["doc_id"]: sample for sample in samples}
    for number, source in enumerate(rows):
        for name in ("text", "instruction", "input", "question", "context", "prompt"):
            assert source.get(name, "") in prompts[number], (name, source, prompts[number])
        row, gold = found[number]["doc"], settings["doc_to_target"]
        if settings["output_type"] == "multiple_choice":
            choices = settings["doc_to_choice"]
            choices = row[choices] if isinstance(choices, str) else choices
            equal(choices[row[gold]], source["label"] if task == "classification" else source["chosen"], "gold")
        elif task == "question_answering":
            equal(row[gold], [answer["text"] for answer in source["answers"]], "answers")
        elif task == "extraction":
            equal(json.loads(row[gold]), source["spans"], "spans")
        else:
            equal(row[gold], source["output"], "answer")


ORACLE = """
import json, pathlib
HERE = pathlib.Path(__file__).parent
SUITE = json.loads((HERE / "suite.json").read_text())
KNOWN = {}
for part in SUITE["splits"]:
    for case in json.loads((HERE / f"{part}.json").read_text()):
        KNOWN[json.dumps([case.get(name) for name in SUITE["inputs"]])] = case[SUITE["expected"]]

def right(inputs):
    answer = KNOWN[json.dumps([inputs.get(name) for name in SUITE["inputs"]])]
    if isinstance(answer, list) and answer and isinstance(answer[0], str):
        return answer[0]
    return answer if isinstance(answer, str) else json.dumps(answer)

def wrong(inputs):
    return "no such answer"
"""


def run_pytest(task, folder, original, plain):
    place = folder.with_name(folder.name + "-run")
    shutil.copytree(folder, place)
    (place / "oracle.py").write_text(ORACLE)
    count = sum(len(rows) for rows in original.values())
    for system, words in ((None, f"{count} skipped"), ("oracle:right", f"{count} passed"),
                          ("oracle:wrong", f"{count} failed")):
        clean = {name: value for name, value in os.environ.items() if name != "SYSTEM_UNDER_TEST"}
        if system:
            clean["SYSTEM_UNDER_TEST"] = system
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider",
                   "--strict-markers", "."]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, env=clean)
        assert words in done.stdout and "warning" not in done.stdout, done.stdout[-800:]
