# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day's work by ear: the real program on a real X server with a window manager, heard over AT-SPI and worked by keys.
Whoever cannot see the window signs in, finds a case, decides it and reads the decision back.

Usage: /usr/bin/python3 test_by_ear.py; TONGBAN_BIN_DIR names the folder of the programs."""
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import stage  # noqa: E402  pylint: disable=wrong-import-position

stage.enter(os.path.abspath(__file__))
import pyatspi  # noqa: E402  pylint: disable=wrong-import-position
import reader  # noqa: E402  pylint: disable=wrong-import-position
from reader import Table, all_of, find, focused, is_shown, key, text_of, until, walk, write  # noqa: E402,E501  pylint: disable=wrong-import-position

PROGRAMS = os.environ['TONGBAN_BIN_DIR']
LABEL, BUTTON, TABLE = pyatspi.ROLE_LABEL, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TABLE
CONTROLS = (BUTTON, TABLE, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_CHECK_BOX,
            pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LIST)
ESCAPE, TAB, RETURN = 0xff1b, 0xff09, 0xff0d


def control(*arguments):
    subprocess.run([os.path.join(PROGRAMS, 'tongbanctl'), *arguments], check=True, capture_output=True, timeout=300)


class ByEar(unittest.TestCase):
    """One office, one window, one person; the steps are in order because each begins where the last one ended."""

    @classmethod
    def setUpClass(cls):
        cls.workspace = os.path.join(os.environ[stage.STARTED], 'office')
        control('--workspace', cls.workspace, 'demo', '--applications', '400', '--seed', '7')
        control('--workspace', cls.workspace, 'work')
        cls.begin(stage.window_manager())
        cls.begin(subprocess.Popen([os.path.join(PROGRAMS, 'tongban'), '--workspace', cls.workspace,
                                    '--language', 'zh', '--size', '1500x900']))
        application = reader.application('tongban')
        cls.window = until('a window that has the keyboard', lambda: next(
            (w for w in application if reader.has(w, pyatspi.STATE_ACTIVE)), None))

    @classmethod
    def begin(cls, process):
        """Whatever happens, it is ended."""
        def end():
            process.terminate()
            process.wait(stage.PATIENCE)
        cls.addClassCleanup(end)

    def run(self, result=None):
        # What a listener would have heard, where a test fails.
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            for node in walk(self.window):
                if is_shown(node):
                    print('   ', node.getRoleName(), repr(text_of(node)[:120]), file=sys.stderr)
        return result

    def everything_has_a_name(self):
        for node in walk(self.window):
            if is_shown(node) and node.getRole() in CONTROLS and not node.name.strip():
                self.fail(f'a {node.getRoleName()} without a name in {node.parent.getRoleName()} {node.parent.name!r}')

    def cases(self):
        """The list of cases, once it has rows and the keyboard."""
        def ready():
            node = focused(self.window)
            if node is None or node.getRole() != TABLE or node.queryTable().nRows == 0:
                return None
            return Table(node)
        return until('the list of cases with the keyboard', ready)

    def search(self, number):
        """The key of the search, the number, Enter: the case alone stands in the list and on the page."""
        key(ord('/'))
        until('the search has the keyboard', lambda: focused(self.window).getRole() == pyatspi.ROLE_TEXT)
        write(number.split('-', 1)[1])  # a part is enough; what stands before it takes an input method
        key(RETURN)
        until(f'{number} alone in the list', lambda: self.cases().rows() == 1 and self.cases().text(0, 1) == number)
        return find(self.window, LABEL, number)

    def test_1_sign_in(self):
        account = until('the field of the account has the keyboard', lambda: focused(self.window))
        self.assertIn('账号', account.name)
        self.everything_has_a_name()
        write('approver')
        until('the account is read back', lambda: text_of(account) == 'approver')
        key(TAB)
        password = until('the field of the password has the keyboard', lambda: next(
            (n for n in [focused(self.window)] if n.getRole() == pyatspi.ROLE_PASSWORD_TEXT), None))
        self.assertIn('密码', password.name)
        write('practice-approver')
        key(RETURN)
        self.assertGreater(self.cases().rows(), 5)

    def test_2_the_list_is_read_cell_by_cell(self):
        self.everything_has_a_name()
        cases = self.cases()
        self.assertTrue(cases.node.name)
        words = [cases.header(column) for column in range(cases.columns())]
        self.assertTrue(all(words), words)
        self.assertIn('受理号', words)
        for row in (0, min(cases.rows(), 40) - 1):
            for column in range(cases.columns()):
                self.assertEqual(cases.place(cases.cell(row, column)), (row, column))
        # The first cell of a row says what the row is, for readers that read it alone.
        self.assertIn(cases.text(0, 3), cases.text(0, 0))
        title = find(self.window, LABEL, cases.text(0, 1))
        self.assertTrue(is_shown(title))

    def test_3_find_decide_read_back(self):
        cases = self.cases()
        number = next(cases.text(row, 1) for row in range(3, cases.rows()) if cases.text(row, 5) == '人工事项')
        self.search(number)
        until('the act can be done', lambda: next((b for b in all_of(self.window, BUTTON, lambda name: '(A)' in name)
                                                   if reader.has(b, pyatspi.STATE_SENSITIVE)), None))
        key(ord('a'))
        confirm = find(self.window, BUTTON, 'Ctrl+')
        self.assertIn('准予', confirm.name)
        self.everything_has_a_name()
        reader.key_with_control(RETURN)
        until('the form is gone', lambda: not all_of(self.window, BUTTON, lambda name: 'Ctrl+' in name and '准予' in name))
        title = self.search(number)
        until('the page says how it was decided', lambda: '准予' in self.search_title(number))
        self.assertIn(number, title.name)
        self.acts_tell('准予许可', 'approver')

    def search_title(self, number):
        return next(label.name for label in all_of(self.window, LABEL, lambda name: name.startswith(number)))

    def acts_tell(self, act, account):
        """The table of every act has a line of this act, with the words of its columns."""
        def told():
            for node in all_of(self.window, TABLE, lambda name: '行为记录' in name):
                acts = Table(node)
                self.assertTrue(all(acts.header(column) for column in range(acts.columns())))
                for row in range(acts.rows()):
                    line = ' '.join(acts.text(row, column) for column in range(acts.columns()))
                    if act in line and account in line:
                        return line
            return None
        return until(f'a line of {act} by {account}', told)


if __name__ == '__main__':
    unittest.main(verbosity=2)
