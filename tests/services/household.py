"""Run as a script: a supervisor over three small children that write down who they are.

Usage: household.py FOLDER [option]...; ``--stubborn`` children ignore TERM, ``--falls`` one of them ends at
once each time it is started, ``--with-parent`` the whole stops when the process above is gone.
"""

import os
import sys
from pathlib import Path

from demo.supervisor import Child, Supervisor

NOTE = "import os, pathlib, sys; pathlib.Path(sys.argv[1], str(os.getpid())).write_text('');"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
REST = "import time; time.sleep(600)"
PARENT = "import subprocess; subprocess.Popen([sys.executable, '-c', sys.argv[2], sys.argv[1]]);"


def main(folder, options):
    stubborn = DEAF if "--stubborn" in options else ""
    grandchild = NOTE + stubborn + REST
    children = [
        Child("steady", [sys.executable, "-c", NOTE + stubborn + REST, folder]),
        Child("parent", [sys.executable, "-c", NOTE + stubborn + PARENT + REST, folder, grandchild]),
        Child("third", [sys.executable, "-c", NOTE + ("" if "--falls" in options else REST), folder]),
    ]
    with Path(folder, "lock").open("w") as lock:
        Supervisor(
            children=children,
            env=os.environ,
            cwd=Path(folder),
            say=lambda text: print(text, flush=True),
            held_fd=lock.fileno(),
            parent=os.getppid() if "--with-parent" in options else None,
        ).run()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
