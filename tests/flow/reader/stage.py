# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop nobody sees: an X server, a session bus and a window manager, for one program and what reads it aloud."""
import os
import select
import subprocess
import sys
import tempfile
import time

STARTED = 'TONGBAN_STAGE'  # set inside; also the name of the folder that goes when all is over
PATIENCE = 60  # seconds for anything that only a broken machine does not do


class Broken(Exception):
    """The stage itself could not be set up: nothing is known about the program."""


def _start_display(folder):
    """An X server; returns the process and the display's name. The number is this process's own: servers that look
    for a free one by themselves take away each other's sockets when they end."""
    display = f':{100 + os.getpid() % 50000}'
    ours, its = os.pipe()
    with open(os.path.join(folder, 'xvfb.log'), 'w', encoding='utf-8') as log:
        server = subprocess.Popen(['Xvfb', display, '-displayfd', str(its), '-screen', '0', '1600x1000x24',
                                   '-nolisten', 'tcp'], pass_fds=[its], stdout=log, stderr=log)
    os.close(its)
    said = b''
    # To the end of the line: a server that finds nobody reading dies.
    while not said.endswith(b'\n') and select.select([ours], [], [], PATIENCE)[0]:
        piece = os.read(ours, 16)
        if not piece:
            break
        said += piece
    os.close(ours)
    if not said.endswith(b'\n'):
        server.kill()
        raise Broken('Xvfb does not start')
    return server, display


def enter(script):
    """Runs the script again on a stage and ends with its code; returns at once when it is on the stage already."""
    if STARTED in os.environ:
        return
    with tempfile.TemporaryDirectory(prefix='tongban-stage-') as folder:
        runtime = os.path.join(folder, 'run')
        os.mkdir(runtime, mode=0o700)
        server, display = _start_display(folder)
        try:
            environment = {**os.environ, STARTED: folder, 'DISPLAY': display, 'XDG_RUNTIME_DIR': runtime,
                           'HOME': folder, 'XDG_CONFIG_HOME': os.path.join(folder, 'config'),
                           'QT_QPA_PLATFORM': 'xcb', 'QT_LINUX_ACCESSIBILITY_ALWAYS_ON': '1',
                           'NO_AT_BRIDGE': '0'}
            for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS'):
                environment.pop(name, None)
            # The bus and its services are talkative; what counts is what the script itself says.
            own = os.dup(sys.stderr.fileno())
            with open(os.path.join(folder, 'bus.log'), 'w', encoding='utf-8') as log:
                code = subprocess.call(['dbus-run-session', '--', 'sh', '-c', f'exec "$@" 2>&{own}', 'sh',
                                        sys.executable, '-B', script, *sys.argv[1:]],
                                       env=environment, stderr=log, pass_fds=[own])
        finally:
            server.terminate()
            server.wait(PATIENCE)
    sys.exit(code)


def window_manager():
    """Without one no window ever gets the keyboard. Returns once it is at work; ended by whoever started it."""
    at_work = os.path.join(os.environ[STARTED], 'managed')
    # An earlier one of this stage said so for itself alone: a window shown before the next one is at work never
    # gets the keyboard.
    if os.path.exists(at_work):
        os.remove(at_work)
    manager = subprocess.Popen(['openbox', '--sm-disable', '--startup', f'touch {at_work}'],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while not os.path.exists(at_work):
        if manager.poll() is not None or time.monotonic() > end:
            raise Broken('the window manager does not start')
        time.sleep(0.02)
    return manager
