"""Small faults put into what decides, one at a time, and whether a test notices: ``make mutate``.

The faults are mutmut's, and two more: a call that stands for itself is left out, and a plain condition is
turned round. How a sentence is spelled gets none, nor does what no test could ever tell
(``faults.SAME``, and None in place of False). mutmut's own runner is not used: it puts no fault into a
function under a decorator, and every service is one (``transaction.atomic``), nor into a table such as the
rules'. Here a fault in a function is put into a child of a process that has Django and the tables ready,
and the child runs the tests that run the line until one fails: first those that noticed another fault of the
file, then those that are about the function or the file, each kind the fastest first. A fault outside of
functions gets a fresh process, and the tests that run a line which speaks of what it changes.

A fault that no test notices within ``PATIENCE`` seconds of tests counts as survived, and so does one in a
line that no test runs. One that never ends, or wants more memory than there is, counts as killed.
"""
