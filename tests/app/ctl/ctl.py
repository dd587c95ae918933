# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tongbanctl as a process and keeps small workspaces for the tests of this folder."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get('TONGBAN_SOURCE_DIR', pathlib.Path(__file__).resolve().parents[3]))
BINARY = pathlib.Path(os.environ.get('TONGBAN_BIN_DIR', SOURCE / 'build/release/bin')) / 'tongbanctl'

# The present of every test: nothing depends on the day on which it runs.
PRESENT = '2026-11-23T02:00:00+08:00'
YESTERDAY = '2026-11-22'


class Answer:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def lines(self):
        """The standard output as JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def last(self):
        return self.lines()[-1]


def environment():
    keep = ('PATH', 'HOME', 'TMPDIR', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'TSAN_OPTIONS')
    env = {name: os.environ[name] for name in keep if name in os.environ}
    env['LC_ALL'] = 'C.UTF-8'
    return env


def command(workspace, *arguments, at=PRESENT):
    line = [str(BINARY), '--at', at]
    if workspace is not None:
        line += ['--workspace', str(workspace)]
    return line + [str(argument) for argument in arguments]


def run(workspace, *arguments, at=PRESENT, env=None):
    process = subprocess.run(command(workspace, *arguments, at=at), capture_output=True, text=True,
                             env=env or environment(), cwd=tempfile.gettempdir(), timeout=240, check=False)
    return Answer(process)


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='tongban-ctl-')
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def ok(self, workspace, *arguments, code=0, at=PRESENT):
        answer = run(workspace, *arguments, at=at)
        self.assertEqual(answer.code, code, f'{arguments}\n{answer.out}\n{answer.err}')
        return answer


class DemoCase(Case):
    """Tests that look at one decided demo workspace and do not change it."""
    applications = 400

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holder = tempfile.TemporaryDirectory(prefix='tongban-demo-')
        cls.addClassCleanup(cls.holder.cleanup)
        cls.demo = pathlib.Path(cls.holder.name) / 'office'
        for arguments in (('demo', '--applications', cls.applications, '--seed', 7), ('work',)):
            answer = run(cls.demo, *arguments)
            if answer.code != 0:
                raise AssertionError(f'{arguments}: {answer.code}\n{answer.out}\n{answer.err}')

    def cases(self, *filters):
        return self.ok(self.demo, '--json', 'case', 'list', '--limit', 1000, *filters).lines()
