"""Small faults put into what decides, one at a time, and whether a test notices: ``make mutate``.

The faults are mutmut's. Its own runner is not used: it puts none into a function under a decorator, and every
service is one (``transaction.atomic``), nor into a table such as the rules'. Here a fault in a function is
put into a child of a process that has Django loaded and the tables made, and the child runs the tests that
run the line, fastest first, until one fails. A fault elsewhere gets a fresh process.

A fault that no test notices within ``PATIENCE`` seconds of tests counts as survived, and so does one in a
line that no test runs. One that never ends, or wants more memory than there is, counts as killed.
"""
