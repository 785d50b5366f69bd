"""What the tests of the work share: a clock that is turned by hand, a worker on it, and a receiver on loopback."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aboveboard.work import Kind, Worker, known_kinds

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Clock:
    """Time that passes only when a test says so."""

    def __init__(self, at=NOW):
        self.at = at

    def __call__(self):
        return self.at

    def on(self, by):
        self.at += by
        return self.at


def one_kind(name, apply, **told):
    """A kind for one test, in a mapping."""
    return {name: Kind(name, "for a test", apply, **told)}


def worker_of(tools, clock, chosen=None, name="w1", told=None):
    return Worker(
        tools, chosen if chosen is not None else known_kinds(), name, clock, **({"told": told} if told else {})
    )


def drain(worker, most=200):
    """Do what is due now and return how many jobs that were."""
    done = 0
    while done < most and worker.step():
        done += 1
    return done


class Receiver:
    """A real HTTP server on loopback that keeps what it gets and answers as told: a status, or bytes to write as they are."""

    def __init__(self):
        self.got, self.answers, self.lock, outer = [], [], threading.Lock(), self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                with outer.lock:
                    outer.got.append((dict(self.headers), body))
                    answer = outer.answers.pop(0) if outer.answers else 204
                outer.answer(self, answer)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/hooks"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, handler, answer):
        status, headers, body = answer if isinstance(answer, tuple) else (answer, {}, b"")
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    @property
    def ids(self):
        return [headers["webhook-id"] for headers, _ in self.got]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
