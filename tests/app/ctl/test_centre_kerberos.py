# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Single sign-on: a ticket of a Kerberos domain signs in without typing; without one nobody gets in."""
import os
import pathlib
import subprocess
import tempfile

from ctl import environment, run
from test_centre_tls import PORT, TlsCase

REALM = 'TONGBAN.TEST'
KDC_PORT = PORT + 1


class Kerberos(TlsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory(prefix='tongban-kdc-')
        cls.addClassCleanup(holder.cleanup)
        cls.kdc = pathlib.Path(holder.name)
        cls.kdc.chmod(0o755)
        (cls.kdc / 'krb5.conf').write_text(
            f'[libdefaults]\ndefault_realm = {REALM}\ndns_lookup_kdc = false\ndns_lookup_realm = false\nrdns = false\n'
            f'dns_canonicalize_hostname = false\nudp_preference_limit = 1\n[realms]\n{REALM} = {{\nkdc = 127.0.0.1:{KDC_PORT}\n}}\n'
            f'[domain_realm]\nlocalhost = {REALM}\n')
        (cls.kdc / 'kdc.conf').write_text(
            f'[kdcdefaults]\nkdc_listen = 127.0.0.1:{KDC_PORT}\nkdc_tcp_listen = 127.0.0.1:{KDC_PORT}\n[realms]\n{REALM} = {{\n'
            f'database_name = {cls.kdc}/principal\nkey_stash_file = {cls.kdc}/stash\nacl_file = {cls.kdc}/acl\n}}\n')
        cls.env = {**environment(), 'KRB5_CONFIG': str(cls.kdc / 'krb5.conf'), 'KRB5_KDC_PROFILE': str(cls.kdc / 'kdc.conf'),
                   'KRB5CCNAME': f'FILE:{cls.kdc}/tickets', 'PATH': os.environ['PATH'] + ':/usr/sbin'}
        cls.krb('kdb5_util', 'create', '-s', '-r', REALM, '-P', 'master')
        keys = cls.server.folder / 'server.keytab'
        for principal in ('wang', 'nobody', 'postgres/localhost'):
            cls.krb('kadmin.local', 'addprinc', '-randkey', principal)
            cls.krb('kadmin.local', 'ktadd', '-k', keys if '/' in principal else cls.kdc / f'{principal}.keytab', principal)
        if cls.server.prefix:
            owner = cls.server.data.stat()
            os.chown(keys, owner.st_uid, owner.st_gid)
        process = subprocess.Popen(['krb5kdc', '-n', '-r', REALM], env=cls.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(process.wait)
        cls.addClassCleanup(process.terminate)
        with (cls.server.data / 'postgresql.conf').open('a') as file:
            file.write(f"krb_server_keyfile = 'FILE:{keys}'\n")
        (cls.server.data / 'pg_hba.conf').write_text(f'local all all trust\nhostssl all all all gss include_realm=0 krb_realm={REALM}\n')
        cls.server.control('pg_ctl', '-D', cls.server.data, '-l', cls.server.log, '-w', '-t', '60', 'restart')

    @classmethod
    def krb(cls, *arguments):
        done = subprocess.run([str(a) for a in arguments], env=cls.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)

    def sign_in(self, principal):
        self.wait_until(lambda: subprocess.run(['kinit', '-k', '-t', str(self.kdc / f'{principal}.keytab'), principal], env=self.env,
                                               capture_output=True, check=False).returncode == 0)
        self.addCleanup((self.kdc / 'tickets').unlink, missing_ok=True)

    def ask(self, login):
        return run(None, 'centre', 'model', 'list', '--connect', f'host=localhost port={PORT} dbname=tongban user={login} {self.trusted()} '
                   'channel_binding=prefer', env=self.env)

    def test_a_ticket_signs_in_without_typing(self):
        self.sign_in('wang')
        answer = self.ask('wang')
        self.assertEqual(answer.code, 0, answer.out + answer.err)

    def test_a_ticket_of_somebody_else_does_not(self):
        self.sign_in('nobody')
        self.assertEqual(self.ask('wang').code, 7)

    def test_without_a_ticket_nobody_gets_in(self):
        self.assertIn(self.ask('wang').code, (5, 7))
