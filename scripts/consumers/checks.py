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
import mlcroissant
import pandas
import prov.model
import yaml

logging.disable(logging.WARNING)
datasets.disable_progress_bars()

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


def promptfoo(task, folder, original, plain):
    """Test cases by promptfoo's reference; its templates are rendered, and nothing names a file."""
    templates = jinja2.Environment()
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


# The fields of lm-evaluation-harness's `TaskConfig`, as its task guide lists them.
TASK_FIELDS = {
    "task", "task_alias", "tag", "dataset_path", "dataset_name", "dataset_kwargs", "custom_dataset", "training_split",
    "validation_split", "test_split", "fewshot_split", "process_docs", "doc_to_text", "doc_to_target", "doc_to_choice",
    "process_results", "use_prompt", "description", "target_delimiter", "fewshot_delimiter", "fewshot_config",
    "num_fewshot", "metric_list", "output_type", "generation_kwargs", "repeats", "filter_list", "should_decontaminate",
    "doc_to_decontamination_query", "gen_prefix", "metadata",
}


def lm_eval(task, folder, original, plain):
    settings = yaml.safe_load((folder / "task.yaml").read_text(encoding="utf-8"))
    assert set(settings) <= TASK_FIELDS, set(settings) - TASK_FIELDS
    assert settings.get("test_split") or settings.get("validation_split")
    templates = jinja2.Environment(undefined=jinja2.StrictUndefined)
    here = os.getcwd()
    os.chdir(folder)
    try:
        loaded = datasets.load_dataset(settings["dataset_path"], **settings["dataset_kwargs"])
    finally:
        os.chdir(here)
    for part, rows in original.items():
        for row, source in zip(loaded[part], rows, strict=True):
            shown = templates.from_string(settings["doc_to_text"]).render(**row)
            asked = next(source[name] for name in ("text", "instruction", "question", "prompt") if name in source)
            assert asked in shown, (asked, shown)
            target = row[settings["doc_to_target"]]
            if settings["output_type"] == "multiple_choice":
                choices = settings["doc_to_choice"]
                choices = row[choices] if isinstance(choices, str) else choices
                equal(choices[target], source["label"] if task == "classification" else source["chosen"], "gold")
            elif task == "question_answering":
                equal(target, [answer["text"] for answer in source["answers"]], "answers")
            elif task == "extraction":
                equal(json.loads(target), source["spans"], "spans")
            else:
                equal(target, source["output"], "answer")


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
