/// The Python files of the export `pytest`, into which nothing from data is put.
enum PytestFiles {
  static let conftest = #"""
    """What the tests ask, and when an answer is right. Both fixtures are yours to change."""
    import importlib
    import json
    import os

    import pytest


    def pytest_configure(config):
        for split in ("train", "validation", "synthetic_eval"):
            config.addinivalue_line("markers", f"{split}: cases of this part of the dataset")


    @pytest.fixture(scope="session")
    def system():
        """The function under test: it takes a dictionary of texts and returns its answer."""
        name = os.environ.get("SYSTEM_UNDER_TEST")
        if not name:
            pytest.skip("name the function to test: SYSTEM_UNDER_TEST=module:function")
        module, _, function = name.partition(":")
        return getattr(importlib.import_module(module), function)


    @pytest.fixture(scope="session")
    def agrees():
        """Whether an answer is the expected one: a text, any of several texts, or a JSON value."""

        def text(value):
            return " ".join(str(value).split()).casefold()

        def compare(expected, answer):
            if isinstance(expected, str):
                return text(expected) == text(answer)
            if isinstance(answer, str):
                try:
                    answer = json.loads(answer)
                except ValueError:
                    pass
            if isinstance(expected, list) and all(isinstance(one, str) for one in expected):
                return answer == expected or text(answer) in map(text, expected)
            return answer == expected

        return compare

    """#

  static let tests = #"""
    """Asks the system every case of the JSON files beside this one."""
    import json
    import pathlib

    import pytest

    HERE = pathlib.Path(__file__).parent


    def read(name):
        return json.loads((HERE / name).read_text(encoding="utf-8"))


    SUITE = read("suite.json")


    def cases():
        for split in SUITE["splits"]:
            for case in read(f"{split}.json"):
                name = f"{split}-{case['id'][:10]}"
                yield pytest.param(case, id=name, marks=getattr(pytest.mark, split))


    @pytest.mark.parametrize("case", list(cases()))
    def test_case(case, system, agrees):
        answer = system({name: case[name] for name in SUITE["inputs"] if name in case})
        expected = case[SUITE["expected"]]
        assert agrees(expected, answer), f"expected {expected!r}, got {answer!r}"

    """#
}
