# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server of the test's own, on a socket in a temporary folder, and a centre in it."""
import json
import os
import pathlib
import pwd
import subprocess
import tempfile
import time
import unittest
import uuid

from ctl import environment, run

BINARIES = pathlib.Path(os.environ.get('TONGBAN_POSTGRES_BIN', '/usr/lib/postgresql/15/bin'))
DISTRICT = 440305


def as_server_user(folder):
    """The server refuses to run as root: then it runs as the package's user. Returns how to start a program."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam('postgres')
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ['setpriv', f'--reuid={user.pw_uid}', f'--regid={user.pw_gid}', '--clear-groups']


class Server:
    """`data`, `wal`: folders for the two, where they are not to lie together in the server's own."""

    def __init__(self, data=None, wal=None):
        self.holder = tempfile.TemporaryDirectory(prefix='tongban-pg-')
        self.folder = pathlib.Path(self.holder.name)
        self.folder.chmod(0o755)
        self.prefix = as_server_user(self.folder)
        self.data = (data or self.folder) / 'data'
        self.log = self.folder / 'log'
        self.control('initdb', '-D', self.data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-k', '-N',
                     *(('-X', wal / 'wal', '--wal-segsize=1') if wal else ()))
        with (self.data / 'postgresql.conf').open('a') as file:
            file.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nlog_line_prefix = '%u|'\n"
                       "full_page_writes = on\nmax_connections = 60\n")
            if wal:
                file.write("min_wal_size = '2MB'\nmax_wal_size = '3MB'\n")
        self.start()

    def start(self):
        self.control('pg_ctl', '-D', self.data, '-l', self.log, '-w', '-t', '60', 'start')

    def control(self, program, *arguments):
        done = subprocess.run([*self.prefix, str(BINARIES / program), *map(str, arguments)], text=True, cwd='/',
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if program == 'initdb' else subprocess.DEVNULL,
                              stderr=subprocess.STDOUT if program == 'initdb' else subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            raise AssertionError(f'{program}: {done.stdout} {self.log.read_text() if self.log.exists() else ""}')

    def stop(self):
        self.control('pg_ctl', '-D', self.data, '-m', 'immediate', '-w', 'stop')
        self.holder.cleanup()

    def secret(self, name, text):
        """A file that the server alone can read."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o400)
        if self.prefix:
            os.chown(path, pwd.getpwnam('postgres').pw_uid, -1)
        return path

    def text(self, login='admin'):
        return f'host={self.folder} dbname=tongban user={login}'

    def sql(self, statements, login='admin', database='tongban'):
        """psql's output, unaligned, errors included; and its exit code."""
        done = subprocess.run([str(BINARIES / 'psql'), '-X', '-At', '-v', 'ON_ERROR_STOP=1', '-d',
                               f'host={self.folder} dbname={database} user={login}'], input=statements, text=True,
                              capture_output=True, env=environment(), timeout=120, check=False)
        return done.stdout + done.stderr, done.returncode

    def value(self, statement):
        out, code = self.sql(statement)
        if code != 0:
            raise AssertionError(out)
        return out.strip()


def application(number, item, district=DISTRICT, person='440301199001010011', channel='window'):
    return json.dumps({'applicant': {'id': person, 'kind': 'person', 'name': '甲'}, 'channel': channel,
                       'district': str(district), 'external_no': number, 'item': item},
                      ensure_ascii=False, separators=(',', ':'), sort_keys=True)


class Device:
    """A desktop of an account: numbers its commands and sends them through psql."""

    def __init__(self, server, login, district=DISTRICT):
        self.server, self.login, self.district = server, login, district
        self.id = str(uuid.uuid4())
        self.sequence = 0

    def statement(self, *commands, first=None, ids=None):
        first = first if first is not None else self.sequence + 1
        ids = ids or [str(uuid.uuid4()) for _ in commands]
        bodies = [c if isinstance(c, bytes) else json.dumps(c, ensure_ascii=False).encode() for c in commands]
        return ("SELECT outcome, detail, coalesce(n, 0), coalesce(version, 0), coalesce(token, 0) FROM api.push("
                f"{self.district}, '{self.id}', '{{{','.join(ids)}}}', "
                f"'{{{','.join(str(first + i) for i in range(len(commands)))}}}', "
                f"ARRAY[{','.join(chr(39) + chr(92) + 'x' + b.hex() + chr(39) for b in bodies)}]::bytea[]);")

    def learn_sequence(self):
        self.sequence = int(self.server.value(f"SELECT coalesce(max(seq), 0) FROM core.device_head WHERE device = '{self.id}' "
                                              f'AND district = {self.district}'))

    def push(self, *commands, ids=None):
        out, code = self.server.sql(self.statement(*commands, ids=ids), self.login)
        if code != 0:
            raise AssertionError(out)
        self.sequence += len(commands)
        return [line.split('|') for line in out.splitlines()]

    def done(self, command):
        """Sends one command that has to succeed; returns n, version and token."""
        answer = self.push(command)[0]
        if answer[0] != 'applied':
            raise AssertionError(f'{command}: {answer}')
        return [int(value) for value in answer[2:]]


class CentreCase(unittest.TestCase):
    """Tests on a centre made by `tongbanctl centre init`, with a few people in it. One server a class."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = cls.make_server()
        cls.addClassCleanup(cls.server.stop)
        cls.server.sql('CREATE DATABASE tongban;', database='postgres')
        cls.tool('centre', 'init')
        cls.tool('centre', 'seal', '--key-file', cls.server.secret('seal.keys', f'1 {"a1" * 32}\n'))
        cls.devices = {}
        for login, kind, role, district in (
                ('wang', 'person', 'clerk', DISTRICT), ('li', 'person', 'approver', DISTRICT),
                ('zhao', 'person', 'approver', DISTRICT), ('chen', 'person', 'supervisor', 0),
                ('wu', 'person', 'supervisor', 0), ('robot', 'worker', 'system', 0),
                ('far', 'person', 'clerk', 440307), ('gone', 'person', 'clerk', DISTRICT), ('he', 'auditor', 'auditor', 0)):
            cls.admit(login, kind, role, district)

    @classmethod
    def make_server(cls):
        return Server()

    @classmethod
    def admit(cls, login, kind, role, district, *more):
        device = Device(cls.server, login, district or DISTRICT)
        cls.devices[login] = device
        cls.tool('centre', 'grant', login, '--login', login, '--kind', kind, '--role', role, '--district', district,
                 '--device', device.id, *more)

    @classmethod
    def tool(cls, *arguments, login='admin', code=0):
        answer = run(None, '--json', *arguments, '--connect', cls.server.text(login))
        if code is not None and answer.code != code:
            raise AssertionError(f'{arguments}: {answer.code}\n{answer.out}\n{answer.err}')
        return answer

    @classmethod
    def opened(cls, number, item, login='wang', **more):
        """A new case at version 1; returns its identity."""
        case = str(uuid.uuid4())
        cls.devices[login].done({'kind': 'act', 'act': 'apply', 'case': case, 'role': 'clerk', 'item': item, 'item_version': 1,
                                 'application': application(number, item, cls.devices[login].district, **more)})
        return case

    @classmethod
    def act(cls, login, act, case, version, role, **more):
        return cls.devices[login].done({'kind': 'act', 'act': act, 'case': case, 'version': version, 'role': role, **more})

    @classmethod
    def claimed(cls, login, case, role='approver'):
        return cls.devices[login].done({'kind': 'claim', 'case': case, 'role': role})[2]

    def wait_until(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, 'waited in vain')
            time.sleep(0.05)
