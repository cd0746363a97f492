#!/usr/bin/env python3
"""The smallest plug-in of Seedbed: it says again what it is told.

It shows the whole protocol and needs nothing but Python. See docs/plugins.md.

    {"id": "hello", "kind": "hello", "protocol": 1}        ->  {"id": "hello", "protocol": 1}
    {"id": "1", "kind": "chat", "messages": [...]}         ->  {"id": "1", "text": "..."}
    {"id": "2", "kind": "embed", "texts": [...]}           ->  {"id": "2", "vectors": [[...], ...]}
    {"id": "3", "kind": "translate", "texts": [...], ...}  ->  {"id": "3", "texts": [...]}
"""

import json
import sys


def answer(request):
    kind = request.get("kind")
    if kind == "hello":
        if request.get("protocol") != 1:
            return {"error": "only version 1 of the protocol is known"}
        return {"protocol": 1, "name": "echo"}
    if kind == "chat":
        text = request["messages"][-1]["content"]
        usage = {"input": sum(len(m["content"].split()) for m in request["messages"]), "output": len(text.split())}
        return {"text": text, "finish": "stop", "model": "echo", "usage": usage}
    if kind == "embed":
        return {"vectors": [[float(len(text)), float(sum(map(ord, text)) % 97), 1.0] for text in request["texts"]]}
    if kind == "translate":
        return {"texts": [f"[{request['from']}>{request['to']}] {text}" for text in request["texts"]]}
    return {"error": f"the kind {kind!r} is not known"}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = answer(request)
        except Exception as error:  # one bad request must not end the program
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"id": request.get("id"), **reply}), flush=True)


main()
