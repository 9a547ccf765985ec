"""A child reader that does what the name of the file says: dies, hangs, floods, talks nonsense, starts a tool."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


say('{"ready": true}')
for line in sys.stdin:
    order = json.loads(line)["name"]
    if order == "abort":
        os.abort()
    elif order == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "processor":
        os.kill(os.getpid(), signal.SIGXCPU)
    elif order == "exit":
        sys.exit(0)
    elif order == "hang":
        time.sleep(600)
    elif order == "tool":
        tool = subprocess.Popen(["sleep", "600"])
        say(json.dumps({"grant": 1.0}))
        Path(os.environ["TMPDIR"]).with_name("tool.pid").write_text(str(tool.pid), "ascii")
        time.sleep(600)
    elif order == "nonsense":
        say("xin chào")
    elif order == "grants":
        while True:
            say(json.dumps({"grant": 0.3}))
            time.sleep(0.1)
    say(json.dumps({"error": {"code": "KHONG_CO_CHU", "details": {}}}))
