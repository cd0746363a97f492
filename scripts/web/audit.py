"""Looks for what keeps people from using a page: names, roles, contrast, sizes, motion.

    complaints = audit(page)
    complaints = audit(page, "report")

Each part of it is a file in `audit/`; all run inside the page, in one scope, on what is seen at that moment. The
part `report` holds for the report alone.
"""

import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent / "audit"
PARTS = ["tools", "page", "names", "colours", "sizes"]


def audit(page, *further):
    """What is wrong with a page as it is seen now, one line each; `further` parts are run besides."""
    code = "".join((FOLDER / f"{part}.js").read_text() for part in [*PARTS, *further])
    return page.evaluate(f"(() => {{\n{code}return found;\n}})()")
