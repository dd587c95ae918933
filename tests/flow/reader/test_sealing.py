# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office that was left plain is sealed from its own window, by keys alone, and opens again."""
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import stage  # noqa: E402  pylint: disable=wrong-import-position

stage.enter(os.path.abspath(__file__))
import office  # noqa: E402  pylint: disable=wrong-import-position
import reader  # noqa: E402  pylint: disable=wrong-import-position
from office import RETURN, TAB, Desk, text_of, until  # noqa: E402  pylint: disable=wrong-import-position

DOWN, SPACE = 0xff54, 0x20
ACCOUNT, PASSWORD, PASSPHRASE = 'boss', 'correct horse', 'battery staple'
NUMBER = '440305199105010012'


class Sealing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='tongban-seal-')
        self.addCleanup(folder.cleanup)
        self.workspace = os.path.join(folder.name, 'office')
        office.control(self.workspace, 'init', '--kind', 'production')
        office.control(self.workspace, 'account', 'add', ACCOUNT, '--name', 'Lin', '--role', 'administrator', '--role',
                       'clerk', typed=PASSWORD + '\n')
        manager = stage.window_manager()
        self.addCleanup(manager.wait)
        self.addCleanup(manager.terminate)

    def status(self):
        return json.loads(office.control(self.workspace, '--json', 'vault', 'status'))

    def take_in(self, desk):
        """An application at the counter, whose number is then in the store."""
        reader.key_with_control(ord('n'))
        until('the counter has the keyboard', lambda: reader.focused(desk.window).getRole() == office.TEXT)
        reader.write('cz-001')
        reader.key(RETURN)
        desk.go_to('证件号码')
        reader.write(NUMBER)
        desk.go_to('姓名')
        reader.write('lin an')
        reader.key_with_control(RETURN)
        desk.says('已收件')

    def is_readable(self):
        """Whether the number stands in a file of the office."""
        for folder, _, files in os.walk(self.workspace):
            for name in files:
                with open(os.path.join(folder, name), 'rb') as file:
                    if NUMBER.encode() in file.read():
                        return True
        return False

    def gate(self, desk, part):
        """The page that stands in place of the window."""
        def there():
            window = desk.active()
            return window if window and reader.all_of(window, office.LABEL, lambda name: part in name) else None
        return until(f'the page {part}', there)

    def test_from_its_own_window(self):
        desk = Desk(self.workspace)
        self.addCleanup(desk.end)
        desk.enter(ACCOUNT, PASSWORD)
        until('somebody works', lambda: reader.focused(desk.window).getRole() != reader.pyatspi.ROLE_PASSWORD_TEXT)
        self.take_in(desk)
        self.assertTrue(self.is_readable())
        reader.key_with_control(ord('9'))
        until('the pages of the administration', lambda: reader.focused(desk.window).getRole()
              == reader.pyatspi.ROLE_LIST_ITEM or reader.focused(desk.window).getRole() == reader.pyatspi.ROLE_LIST)
        for _ in range(5):
            reader.key(DOWN)
        desk.go_to('加密本工作区')
        reader.key(SPACE)

        desk.window = self.gate(desk, '加密本工作区的个人信息')
        desk.go_to('1')
        reader.key(DOWN)
        until('the passphrase alone is chosen', lambda: '每次启动' in reader.focused(desk.window).name)
        desk.go_to('口令')
        reader.write(PASSPHRASE)
        reader.key(TAB)
        reader.write(PASSPHRASE)
        reader.key(RETURN)
        desk.window = self.gate(desk, '请抄写恢复码')
        code = text_of(reader.find(desk.window, office.TEXT, '恢复码'))
        self.assertRegex(code, r'^[0-9A-Z]{5}(-[0-9A-Z]{5})+$')
        desk.go_to('恢复码最后一组')
        reader.write(code.split('-')[-1].lower())
        reader.key(RETURN)

        # The window is there again, and what was taken in is in it.
        desk.window = until('the page to sign in', lambda: next(
            (w for w in [desk.active()] if w and reader.all_of(w, office.LABEL, lambda name: '正式' in name)), None))
        desk.enter(ACCOUNT, PASSWORD)
        desk.cases()
        status = self.status()
        self.assertTrue(status['sealed'])
        self.assertEqual(sorted(status['ways']), ['passphrase', 'recovery'])
        self.assertFalse(self.is_readable())
        desk.end()
        self.assertNotIn(PASSPHRASE.encode(), open(os.path.join(os.environ['HOME'], 'program.log'), 'rb').read())


if __name__ == '__main__':
    unittest.main(verbosity=2)
