"""Sends the requests of its input by http.client, and writes the answers."""

import base64
import http.client
import json
import sys
import urllib.parse

server = urllib.parse.urlsplit(sys.argv[1])
connection = http.client.HTTPConnection(server.hostname, server.port, timeout=30)
answers = []
for request in json.load(sys.stdin):
    names = {name.lower() for name, _ in request["fields"]}
    body = None if request["body"] is None else request["body"].encode()
    connection.putrequest(
        request["method"], request["target"], skip_accept_encoding="accept-encoding" in names
    )
    for name, value in request["fields"]:
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    answer = connection.getresponse()
    answers.append(
        {
            "status": answer.status,
            "fields": answer.getheaders(),
            "body": base64.b64encode(answer.read()).decode(),
        }
    )
json.dump(answers, sys.stdout)
