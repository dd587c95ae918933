# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program is killed while a person types: what was typed earlier than two seconds before is there again."""
import os
import random
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import stage  # noqa: E402  pylint: disable=wrong-import-position

stage.enter(os.path.abspath(__file__))
import office  # noqa: E402  pylint: disable=wrong-import-position
import reader  # noqa: E402  pylint: disable=wrong-import-position
from office import END, RETURN, Desk, text_of, until  # noqa: E402  pylint: disable=wrong-import-position

MAY_BE_LOST = 2.0  # seconds
PERSON = '440305199105010012'  # passes the arithmetic; nobody's
PACE = 0.05  # seconds between two keys of somebody fast
LEAST_TYPED = 30
WORDS = 'the applicant came with the papers of the vehicle and asked why the register says otherwise ' * 20


def type_until_killed(desk, node, text, seconds):
    """Types into the node, a key at a time, and kills the program at that moment. Returns what has to come back, and
    what was typed."""
    begin = time.monotonic()
    typed = []
    for character in text:
        if time.monotonic() - begin > seconds and len(typed) > LEAST_TYPED:
            break
        before = node.queryText().characterCount
        reader.key(ord(character))
        # It is typed once it stands there: what the program has not seen yet it cannot keep.
        until('the key arrives', lambda: node.queryText().characterCount > before)
        typed.append((time.monotonic(), character))
        time.sleep(PACE)
    desk.kill()
    killed = time.monotonic()
    return ''.join(character for at, character in typed if killed - at > MAY_BE_LOST), ''.join(c for _, c in typed)


class KilledWhileTyping(unittest.TestCase):
    """A fresh kill each time, at moments nobody chose."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix='tongban-killed-')
        cls.addClassCleanup(cls.folder.cleanup)
        cls.workspace = os.path.join(cls.folder.name, 'office')
        office.make(cls.workspace)
        manager = stage.window_manager()
        cls.addClassCleanup(manager.wait)
        cls.addClassCleanup(manager.terminate)
        cls.random = random.Random(20190823)

    def open(self, account):
        desk = Desk(self.workspace)
        self.addCleanup(desk.end)
        desk.sign_in(account)
        return desk

    def check(self, due, typed, found):
        self.assertTrue(len(due) > 5, 'too little was typed to prove anything')
        self.assertTrue(found.startswith(due), f'lost: {found[-40:]!r} of {due[-40:]!r}')
        self.assertTrue(typed.startswith(found), f'never typed: {found!r}')

    def begin_at_the_counter(self, desk):
        """An empty form with the number of a person in it."""
        reader.key_with_control(ord('n'))
        until('the counter has the keyboard', lambda: reader.focused(desk.window).getRole() == office.TEXT)
        reader.write('cz-001')
        reader.key(RETURN)
        number = desk.go_to('证件号码')
        reader.write(PERSON)
        until('the number stands there', lambda: text_of(number) == PERSON)

    def test_the_counter_form(self):
        desk = self.open('clerk')
        self.begin_at_the_counter(desk)
        before = ''
        for _ in range(2):
            name = desk.go_to('姓名')
            reader.key(END)
            due, typed = type_until_killed(desk, name, 'lin an ning ' * 20, self.random.uniform(3, 5))
            desk = self.open('clerk')
            reader.key_with_control(ord('n'))
            until('the form is there again', lambda: desk.field('姓名'))
            self.check(before + due, before + typed, text_of(desk.field('姓名')))
            self.assertEqual(text_of(desk.field('证件号码')), PERSON)
            before = text_of(desk.field('姓名'))

    def test_the_form_of_an_act(self):
        desk = self.open('approver')
        reason = self.form_of_refusal(desk)
        due, typed = type_until_killed(desk, reason, WORDS, self.random.uniform(3, 5))
        desk = self.open('approver')
        desk.says('有未完成的表单')
        self.check(due, typed, text_of(self.form_of_refusal(desk)))

    def test_nothing_typed_stands_in_settings_logs_or_crash_files(self):
        desk = self.open('head')  # whose counter nobody else's test fills
        self.begin_at_the_counter(desk)
        time.sleep(MAY_BE_LOST + 1)  # the draft and whatever else is written
        desk.crash()
        desk = self.open('head')
        desk.end()
        left = b''
        for folder, _, files in os.walk(os.environ['HOME']):
            for path in (os.path.join(folder, name) for name in files):
                if os.path.isfile(path):  # the bus has sockets
                    with open(path, 'rb') as file:
                        left += path.encode() + file.read()
        self.assertIn(b'crash-', left, 'there was no crash file to look into')
        for secret in (PERSON, 'practice-head'):
            for form in (secret.encode(), secret.encode('utf-16-le'), secret.encode('utf-16-be')):
                self.assertNotIn(form, left)

    def form_of_refusal(self, desk):
        until('the act can be done', lambda: next((b for b in reader.all_of(
            desk.window, office.BUTTON, lambda name: '(R)' in name) if reader.has(b, office.SENSITIVE)), None))
        reader.key(ord('r'))
        reason = desk.field('理由')
        until('the reason has the keyboard', lambda: reader.has(reason, office.FOCUSED))
        return reason


if __name__ == '__main__':
    unittest.main(verbosity=2)
