# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk fills up while a person types and while an act is saved: the real program on a file system of its own."""
import os
import pathlib
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

PERSON = '440305199105010012'  # passes the arithmetic; nobody's


class SmallDisk:
    """A file system of some megabytes, and what fills it."""

    def __init__(self, path):
        self.path = path
        self.filler = os.path.join(path, 'filler')
        subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', path], check=True, capture_output=True)

    def fill(self):
        """To the last byte."""
        with open(self.filler, 'wb', buffering=0) as file:
            try:
                while True:
                    file.write(b'\0' * 4096)
            except OSError:
                pass

    def make_room(self):
        os.remove(self.filler)

    def end(self):
        subprocess.run(['umount', '-l', self.path], check=False)


class DiskFull(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp(prefix='tongban-full-')
        self.addCleanup(os.rmdir, folder)
        try:
            self.disk = SmallDisk(folder)
        except subprocess.CalledProcessError:
            self.skipTest('mounting a small file system needs root')
        self.addCleanup(self.disk.end)
        self.workspace = os.path.join(folder, 'office')
        office.make(self.workspace)
        manager = stage.window_manager()
        self.addCleanup(manager.wait)
        self.addCleanup(manager.terminate)

    def open(self, account):
        desk = Desk(self.workspace)
        self.addCleanup(desk.end)
        desk.sign_in(account)
        return desk

    def drafts(self):
        """What another program finds of unfinished forms."""
        folder = pathlib.Path(self.workspace) / 'drafts'
        return ''.join(file.read_text('utf-8') for file in folder.glob('*.json'))

    def test_at_the_counter(self):
        desk = self.open('clerk')
        reader.key_with_control(ord('n'))
        until('the counter has the keyboard', lambda: reader.focused(desk.window).getRole() == office.TEXT)
        reader.write('cz-001')
        reader.key(RETURN)
        desk.go_to('证件号码')
        reader.write(PERSON)
        name = desk.go_to('姓名')
        reader.write('lin an')
        until('it is kept', lambda: 'lin an' in self.drafts())
        self.disk.fill()
        reader.write('ning')
        desk.says('暂时无法写入磁盘')
        self.assertEqual(text_of(name), 'lin anning')
        self.assertIn('lin an', self.drafts())
        # Sent all the same: it says what happened, what is kept and what to do, and nothing is taken in by half.
        reader.key_with_control(RETURN)
        desk.says('未收件:磁盘目前无法写入。录入内容仍在屏幕上;请清理磁盘空间后再次提交。')
        self.assertEqual(text_of(name), 'lin anning')
        # With room again it is written by itself, and sent as if nothing had been.
        self.disk.make_room()
        until('all of it is kept by itself', lambda: 'lin anning' in self.drafts())
        reader.key_with_control(RETURN)
        desk.says('已收件')
        until('the draft has become a case', lambda: not self.drafts())

    def test_a_kill_on_a_full_disk(self):
        desk = self.open('clerk')
        reader.key_with_control(ord('n'))
        until('the counter has the keyboard', lambda: reader.focused(desk.window).getRole() == office.TEXT)
        reader.write('cz-001')
        reader.key(RETURN)
        desk.go_to('姓名')
        reader.write('lin an')
        until('it is kept', lambda: 'lin an' in self.drafts())
        self.disk.fill()
        reader.write('ning')
        desk.says('暂时无法写入磁盘')
        desk.kill()
        self.disk.make_room()
        desk = self.open('clerk')
        reader.key_with_control(ord('n'))
        # Nothing of before the disk was full is lost, and nothing is half a draft.
        self.assertEqual(text_of(desk.field('姓名')), 'lin an')

    def test_an_act(self):
        desk = self.open('approver')
        until('the act can be done', lambda: next((b for b in reader.all_of(
            desk.window, office.BUTTON, lambda name: '(R)' in name) if reader.has(b, office.SENSITIVE)), None))
        reader.key(ord('r'))
        reason = desk.field('理由')
        until('the reason has the keyboard', lambda: reader.has(reason, office.FOCUSED))
        reader.write('a condition is not met')
        until('it is kept', lambda: 'is not met' in self.drafts())
        self.disk.fill()
        reader.key_with_control(RETURN)
        desk.says('磁盘已满')
        self.assertEqual(text_of(reason), 'a condition is not met')
        self.disk.make_room()
        reader.key_with_control(RETURN)
        until('the form is gone', lambda: not reader.all_of(desk.window, office.TEXT, lambda name: name == '理由'))
        until('the draft has become an act', lambda: 'is not met' not in self.drafts())


if __name__ == '__main__':
    unittest.main(verbosity=2)
