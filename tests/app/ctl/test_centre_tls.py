# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Over a network: TLS whose certificate is looked at, SCRAM bound to that channel, and nothing less."""
import os
import subprocess

from ctl import environment, run
from postgres import BINARIES, CentreCase

PORT = 45432 + os.getpid() % 10_000


def openssl(*arguments, folder):
    subprocess.run(['openssl', *arguments], cwd=folder, check=True, capture_output=True)


class TlsCase(CentreCase):
    """A server on the loopback network with a certificate of an authority of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = cls.server.folder
        for name in ('authority', 'stranger'):
            openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', f'/CN={name}', '-keyout', f'{name}.key',
                    '-out', f'{name}.crt', folder=cls.folder)
        openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
                '-keyout', 'server.key', '-out', 'server.csr', folder=cls.folder)
        (cls.folder / 'names').write_text('subjectAltName=DNS:localhost\n')
        openssl('x509', '-req', '-in', 'server.csr', '-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '2',
                '-extfile', 'names', '-out', 'server.crt', folder=cls.folder)
        key = cls.folder / 'server.key'
        key.chmod(0o600)
        if cls.server.prefix:
            owner = cls.server.data.stat()
            os.chown(key, owner.st_uid, owner.st_gid)
        with (cls.server.data / 'postgresql.conf').open('a') as file:
            file.write(f"listen_addresses = 'localhost'\nport = {PORT}\nssl = on\nssl_cert_file = '{cls.folder}/server.crt'\n"
                       f"ssl_key_file = '{key}'\npassword_encryption = 'scram-sha-256'\n")
        (cls.server.data / 'pg_hba.conf').write_text('local all all trust\nhostssl all weak all md5\nhostssl all all all scram-sha-256\n'
                                                     'hostnossl all all all scram-sha-256\n')
        cls.server.control('pg_ctl', '-D', cls.server.data, '-l', cls.server.log, '-w', '-t', '60', 'restart')
        for login in ('wang', 'weak'):
            if login == 'weak':
                cls.sql_here("CREATE ROLE weak LOGIN; GRANT tongban_staff TO weak; SET password_encryption = 'md5'")
                cls.sql_here("SET password_encryption = 'md5'; ALTER ROLE weak PASSWORD 'correct horse'")
            else:
                cls.sql_here(f"ALTER ROLE {login} PASSWORD 'correct horse'")
        cls.passwords = cls.folder / 'passwords'
        cls.passwords.write_text('*:*:*:*:correct horse\n')
        cls.passwords.chmod(0o600)

    @classmethod
    def sql_here(cls, text):
        done = subprocess.run([str(BINARIES / 'psql'), '-X', '-q', '-d', f'host={cls.folder} port={PORT} dbname=tongban user=admin', '-c', text],
                              capture_output=True, text=True, env=environment(), check=False)
        assert done.returncode == 0, done.stderr

    def attempt(self, text, passwords=None):
        env = {**environment(), 'PGPASSFILE': str(passwords or self.passwords)}
        return run(None, 'centre', 'model', 'list', '--connect', f'port={PORT} dbname=tongban {text}', env=env)

    def trusted(self, name='authority'):
        return f'sslrootcert={self.folder}/{name}.crt'


class Tls(TlsCase):
    def test_a_server_that_proves_itself_is_talked_to(self):
        answer = self.attempt(f'host=localhost user=wang {self.trusted()}')
        self.assertEqual(answer.code, 0, answer.out + answer.err)

    def test_a_server_of_a_stranger_is_not(self):
        self.assertEqual(self.attempt(f'host=localhost user=wang {self.trusted("stranger")}').code, 5)

    def test_a_server_under_another_name_is_not(self):
        self.assertEqual(self.attempt(f'host=127.0.0.1 user=wang {self.trusted()}').code, 5)

    def test_a_wrong_password_is_refused(self):
        wrong = self.folder / 'wrong'
        wrong.write_text('*:*:*:*:wrong\n')
        wrong.chmod(0o600)
        self.assertEqual(self.attempt(f'host=localhost user=wang {self.trusted()}', wrong).code, 7)

    def test_less_than_that_is_not_even_tried(self):
        for text in ('sslmode=require', 'sslmode=disable', 'sslmode=verify-ca', 'password=x'):
            self.assertEqual(self.attempt(f'host=localhost user=wang {self.trusted()} {text}').code, 2, text)

    def test_a_password_that_is_not_bound_to_the_channel_is_not_sent(self):
        answer = self.attempt(f'host=localhost user=weak {self.trusted()}')
        self.assertNotEqual(answer.code, 0)
        self.assertIn('channel binding', answer.err + answer.out)
