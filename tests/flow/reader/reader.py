# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader knows of a program: names, roles, states, text and tables over AT-SPI; and keys."""
import time

import gi
import pyatspi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

# Nothing is remembered: what is asked is what the program answers now.
pyatspi.Registry.getDesktop(0).set_cache_mask(Atspi.Cache.NONE)

DEADLINE = 30  # seconds; far above what a step takes, so that only a defect runs into it
STEP = 0.02


class Missing(AssertionError):
    """What should have been there did not come within the deadline."""


def until(what, condition, deadline=DEADLINE):
    """The condition's first true value; Missing when there is none in time. Asks again, never waits for luck."""
    end = time.monotonic() + deadline
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            value = condition()
        except Exception:  # pylint: disable=broad-except  # an object may go while it is looked at
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f'not within {deadline} s: {what}')
        time.sleep(STEP)


def application(name):
    """The program of this name on the accessibility bus."""
    def there():
        return next((app for app in pyatspi.Registry.getDesktop(0) if app and app.name == name), None)
    found = until(f'the application {name} on the bus', there)
    found.set_cache_mask(Atspi.Cache.NONE)
    return found


def walk(root, depth=40):
    """Every object that is on the screen, but never the cells of a table: there may be thirteen million."""
    stack = [(root, 0)]
    while stack:
        node, level = stack.pop()
        if node is None:
            continue
        yield node
        if level < depth and 'Table' not in pyatspi.listInterfaces(node):
            stack.extend((node.getChildAtIndex(i), level + 1) for i in reversed(range(node.childCount)))


def has(node, state):
    return node.getState().contains(state)


def is_shown(node):
    return has(node, pyatspi.STATE_SHOWING) and has(node, pyatspi.STATE_VISIBLE)


def all_of(root, role, fits=lambda name: True):
    return [n for n in walk(root) if n.getRole() == role and is_shown(n) and fits(n.name)]


def find(root, role, part):
    """The first object in sight with this role and this in its name; waits for it."""
    return until(f'{role} named {part!r}', lambda: (all_of(root, role, lambda name: part in name) or [None])[0])


def focused(root):
    """What has the keyboard; nothing while the focus is on its way."""
    return next((n for n in walk(root) if has(n, pyatspi.STATE_FOCUSED) and is_shown(n)), None)


def text_of(node):
    """What would be read: the text where there is one, the name otherwise."""
    if 'Text' in pyatspi.listInterfaces(node):
        text = node.queryText()
        return text.getText(0, text.characterCount)
    return node.name


def key(symbol):
    """One key by its X keysym."""
    pyatspi.Registry.generateKeyboardEvent(symbol, None, pyatspi.KEY_SYM)


def key_with_control(symbol):
    """One key while the control key is down."""
    control = 37  # the code that the X server's own keyboard gives the left control key
    pyatspi.Registry.generateKeyboardEvent(control, None, pyatspi.KEY_PRESS)
    key(symbol)
    pyatspi.Registry.generateKeyboardEvent(control, None, pyatspi.KEY_RELEASE)


def write(text):
    """ASCII, key by key."""
    for character in text:
        key(ord(character))


class Table:
    """A table as readers read it: cell by cell, with the words of row and column."""

    def __init__(self, node):
        self.node = node
        self.table = node.queryTable()

    def rows(self):
        return self.table.nRows

    def columns(self):
        return self.table.nColumns

    def header(self, column):
        node = self.table.getColumnHeader(column)
        return node.name if node else self.table.getColumnDescription(column)

    def cell(self, row, column):
        return self.table.getAccessibleAt(row, column)

    def text(self, row, column):
        return self.cell(row, column).name

    def place(self, cell):
        """Row and column, from the cell's own place among the table's children."""
        index = cell.getIndexInParent()
        return self.table.getRowAtIndex(index), self.table.getColumnAtIndex(index)

    def selected_row(self):
        rows = self.table.getSelectedRows()
        return rows[0] if rows else -1
