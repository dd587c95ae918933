# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy that is a workspace, and what is put back."""
import shutil

from ctl import DemoCase


class Backup(DemoCase):
    applications = 150

    def status(self, workspace):
        return self.ok(workspace, '--json', 'status').last()

    def test_the_copy_is_a_workspace_that_checks_out(self):
        copy = self.folder / 'copy'
        done = self.ok(self.demo, '--json', 'backup', copy).last()
        self.assertEqual(done['events'], self.status(self.demo)['events'])
        self.assertEqual(self.status(copy), self.status(self.demo))
        self.assertEqual(self.ok(copy, '--json', 'audit', 'verify').last()['findings'], 0)
        self.assertEqual(self.ok(copy, 'register', 'list').out, self.ok(self.demo, 'register', 'list').out)

    def test_a_damaged_workspace_is_restored_from_its_copy(self):
        office = self.folder / 'office'
        shutil.copytree(self.demo, office)
        copy = self.folder / 'copy'
        self.ok(office, 'backup', copy)
        with (office / 'store.sqlite').open('r+b') as store:
            store.seek(0)
            store.write(b'\0' * 4096)
        self.ok(office, 'status', code=6)
        shutil.move(office, self.folder / 'damaged')
        shutil.copytree(copy, office)
        self.assertEqual(self.status(office), self.status(self.demo))
        self.ok(office, 'work')

    def test_a_later_copy_takes_the_place_of_the_earlier_one_of_the_same_workspace_only(self):
        copy = self.folder / 'copy'
        self.ok(self.demo, 'backup', copy)
        self.ok(self.demo, 'backup', copy)
        other = self.folder / 'other'
        self.ok(other, 'init', at='2026-11-20T08:00:00+08:00')
        self.ok(other, 'backup', copy, code=4)
        self.ok(self.demo, 'backup', self.demo, code=4)
        self.assertEqual(self.status(copy), self.status(self.demo))
