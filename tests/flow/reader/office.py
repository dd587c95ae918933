# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program on a stage, as a person at a desk has it: started, signed in, typed into, killed."""
import os
import signal
import subprocess

import pyatspi
import reader
import stage
from reader import Table, all_of, find, focused, is_shown, key, text_of, until, walk, write

PROGRAMS = os.environ['TONGBAN_BIN_DIR']
ESCAPE, TAB, RETURN, END = 0xff1b, 0xff09, 0xff0d, 0xff57
LABEL, TABLE, TEXT = pyatspi.ROLE_LABEL, pyatspi.ROLE_TABLE, pyatspi.ROLE_TEXT
BUTTON, SENSITIVE, FOCUSED = pyatspi.ROLE_PUSH_BUTTON, pyatspi.STATE_SENSITIVE, pyatspi.STATE_FOCUSED


def control(workspace, *arguments, typed=None):
    """tongbanctl on the workspace; what it prints."""
    return subprocess.run([os.path.join(PROGRAMS, 'tongbanctl'), '--workspace', workspace, '--language', 'en', *arguments],
                          check=True, capture_output=True, timeout=300, text=True, input=typed).stdout


def make(workspace, applications=60):
    """A demonstration with its practice accounts, decided as far as the rules go."""
    control(workspace, 'demo', '--applications', str(applications), '--seed', '7')
    control(workspace, 'work')


class Desk:
    """One window on one workspace."""

    def __init__(self, workspace):
        # What it says stands in the stage's folder, like everything else it leaves behind.
        with open(os.path.join(os.environ['HOME'], 'program.log'), 'ab') as log:
            self.process = subprocess.Popen([os.path.join(PROGRAMS, 'tongban'), '--workspace', workspace,
                                             '--language', 'zh', '--size', '1500x900'], stderr=log)
        # An earlier window may still be on the bus for a moment: ours is the process we started.
        self.application = until('the program on the bus', lambda: next(
            (app for app in pyatspi.Registry.getDesktop(0)
             if app and app.name == 'tongban' and app.get_process_id() == self.process.pid), None))
        self.application.set_cache_mask(reader.Atspi.Cache.NONE)
        self.window = until('its window with the keyboard', self.active)

    def active(self):
        return next((w for w in self.application if reader.has(w, pyatspi.STATE_ACTIVE)), None)

    def sign_in(self, account):
        self.enter(account, 'practice-' + account)
        return self.cases()

    def enter(self, account, password):
        until('the field of the account has the keyboard', lambda: '账号' in focused(self.window).name)
        write(account)
        key(TAB)
        until('the field of the password has the keyboard',
              lambda: focused(self.window).getRole() == pyatspi.ROLE_PASSWORD_TEXT)
        write(password)
        key(RETURN)

    def cases(self):
        """The list of cases, once it has rows and the keyboard."""
        def ready():
            node = focused(self.window)
            if node is None or node.getRole() != TABLE or node.queryTable().nRows == 0:
                return None
            return Table(node)
        return until('the list of cases with the keyboard', ready)

    def field(self, name):
        """The text field of this name, wherever on the screen."""
        return find(self.window, TEXT, name)

    def go_to(self, name):
        """By the tabulator, as a person does."""
        for _ in range(40):
            node = focused(self.window)
            if node is not None and node.name.startswith(name):
                return node
            key(TAB)
            until('the keyboard goes on', lambda before=node: focused(self.window) != before, 5)
        raise reader.Missing(f'no way to {name} by the tabulator')

    def says(self, part):
        """A label in sight with these words."""
        return find(self.window, LABEL, part)

    def crash(self):
        """By a fault of its own, as far as it can tell."""
        self.process.send_signal(signal.SIGSEGV)
        self.process.wait(stage.PATIENCE)

    def kill(self):
        """Without a word, at this very moment."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(stage.PATIENCE)

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(stage.PATIENCE)

    def describe(self, out):
        """What a listener would hear; for a test that fails."""
        for node in walk(self.window):
            if is_shown(node):
                print('   ', node.getRoleName(), repr(node.name[:60]), repr(text_of(node)[:120]), file=out)
