# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The store is in use elsewhere: a second start of the program, and another program that is writing."""
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import stage  # noqa: E402  pylint: disable=wrong-import-position

stage.enter(os.path.abspath(__file__))
import office  # noqa: E402  pylint: disable=wrong-import-position
import reader  # noqa: E402  pylint: disable=wrong-import-position
from office import RETURN, Desk, text_of, until  # noqa: E402  pylint: disable=wrong-import-position


class HeldElsewhere(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix='tongban-held-')
        cls.addClassCleanup(cls.folder.cleanup)
        cls.workspace = os.path.join(cls.folder.name, 'office')
        office.make(cls.workspace)
        manager = stage.window_manager()
        cls.addClassCleanup(manager.wait)
        cls.addClassCleanup(manager.terminate)

    def open(self, workspace):
        desk = Desk(workspace)
        self.addCleanup(desk.end)
        return desk

    def test_a_second_start_brings_the_window_forward(self):
        desk = self.open(self.workspace)
        other = os.path.join(self.folder.name, 'other')
        office.control(other, 'init', '--kind', 'training')
        self.open(other)
        until('another window stands before it', lambda: desk.active() is None)
        second = subprocess.run([os.path.join(office.PROGRAMS, 'tongban'), '--workspace', self.workspace],
                                capture_output=True, timeout=stage.PATIENCE, check=False)
        self.assertEqual(second.returncode, 0)
        until('the first one has the keyboard again', desk.active)

    def test_another_program_is_writing(self):
        desk = self.open(self.workspace)
        desk.sign_in('approver')
        until('the act can be done', lambda: next((b for b in reader.all_of(
            desk.window, office.BUTTON, lambda name: '(R)' in name) if reader.has(b, office.SENSITIVE)), None))
        reader.key(ord('r'))
        reason = desk.field('理由')
        until('the reason has the keyboard', lambda: reader.has(reason, office.FOCUSED))
        reader.write('a condition is not met')
        writer = sqlite3.connect(os.path.join(self.workspace, 'store.sqlite'), isolation_level=None)
        self.addCleanup(writer.close)
        writer.execute('BEGIN IMMEDIATE')
        reader.key_with_control(RETURN)
        # It waits a while for its turn, then says so; the window goes on meanwhile.
        reader.write('!')
        until('the window takes keys', lambda: text_of(reason) == 'a condition is not met!')
        desk.says('正被其他程序占用')
        self.assertEqual(text_of(reason), 'a condition is not met!')
        writer.execute('ROLLBACK')
        reader.key_with_control(RETURN)
        until('the form is gone', lambda: not reader.all_of(desk.window, office.TEXT, lambda name: name == '理由'))

    def test_beside_a_worker(self):
        desk = self.open(self.workspace)
        desk.sign_in('clerk')
        with subprocess.Popen([os.path.join(office.PROGRAMS, 'tongbanctl'), '--workspace', self.workspace, 'work',
                               '--service', '--interval', '1'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
            self.addCleanup(worker.terminate)
            reader.key_with_control(ord('n'))
            until('the counter has the keyboard', lambda: reader.focused(desk.window).getRole() == office.TEXT)
            reader.write('cz-001')
            reader.key(RETURN)
            desk.go_to('证件号码')
            reader.write('440305199105010012')
            desk.go_to('姓名')
            reader.write('lin an')
            reader.key_with_control(RETURN)
            desk.says('已收件')
            # What was taken in beside it, it decides: it has been at work all the time.
            until('the worker took the case up', lambda: 'cz-001' not in office.control(
                self.workspace, '--json', 'case', 'list', '--state', 'applied').lower())
            self.assertIsNone(worker.poll())
            worker.terminate()


if __name__ == '__main__':
    unittest.main(verbosity=2)
