# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace whose personal data is sealed: it works as a plain one does, and its files show nobody."""
import base64
import json
import shutil
import stat
import subprocess
import tempfile
import time

from ctl import BINARY, Case, environment, run

PASSPHRASE = '深圳湾 correct horse battery'
SAMPLE = 20  # persons that are looked for


def forms(secret):
    """How a text can stand in a file: in two encodings, and in base64 at each of the three offsets."""
    yield secret.encode()
    yield secret.encode('utf-16-le')
    for shift in range(3):
        encoded = base64.b64encode(b'\0' * shift + secret.encode())
        # The first and the last characters depend on what stands beside it.
        yield encoded[4 if shift else 0:-4]


class Sealed(Case):
    applications = 120

    def setUp(self):
        super().setUp()
        self.passphrase = self.folder / 'passphrase'
        self.passphrase.write_text(PASSPHRASE + '\n', encoding='utf-8')
        self.office = self.folder / 'office'

    def opened(self, *arguments, code=0, workspace=None):
        return self.ok(workspace or self.office, '--passphrase-file', self.passphrase, *arguments, code=code)

    def make(self):
        """An empty office with a vault; the recovery code."""
        self.ok(self.office, 'init', '--kind', 'demo')
        return self.opened('--json', 'vault', 'create').last()['recovery_code']

    def fill(self, workspace, *unlocking):
        self.ok(workspace, *unlocking, 'demo', '--applications', self.applications, '--seed', 7)
        self.ok(workspace, *unlocking, 'work')
        self.ok(workspace, *unlocking, 'roster', 'rebuild')

    def secrets(self, files):
        """What persons have told us, and what the police have answered."""
        found = set()
        for line in (files / 'applications.jsonl').read_text(encoding='utf-8').splitlines():
            try:
                application = json.loads(line)
            except ValueError:
                continue  # one of the lines that are wrong on purpose
            for who in (application.get('applicant'), application.get('agent')):
                if isinstance(who, dict) and who.get('kind') == 'person':
                    found |= {str(who.get('id', '')), str(who.get('phone', ''))}
            fields = application.get('fields')
            if isinstance(fields, dict) and isinstance(fields.get('plate'), str):
                found.add(fields['plate'])
        chosen = sorted(secret for secret in found if len(secret) > 6)[::max(1, len(found) // (3 * SAMPLE))]
        return chosen + ['"drug_record":', '"crime_record":']  # as an answer of the police holds them

    def assert_shows_nobody(self, folder, secrets):
        looked = 0
        for path in sorted(folder.rglob('*')):
            if not path.is_file():
                continue
            if path.parent.name == 'intake':
                # Lines set aside, for whoever corrects them: as they came, for nobody else on the machine.
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
                continue
            content = path.read_bytes()
            looked += 1
            for secret in secrets:
                if any(form in content for form in forms(secret)):
                    self.fail(f'{secret} stands in {path.relative_to(folder)}')
        self.assertGreater(looked, 3)

    def comparable(self, workspace, *unlocking):
        answers = [self.ok(workspace, *unlocking, '--json', *arguments).out for arguments in (
            ('status',), ('case', 'list', '--limit', 1000), ('register', 'list'))]
        # Objects of equal rank stand in the order in which the roster was made; that is another one.
        for line in self.ok(self.folder / 'plain', '--json', 'roster', 'search', '深圳').last()['objects'][:3]:
            answers.append(sorted(hit['code'] for hit in self.ok(
                workspace, *unlocking, '--json', 'roster', 'search', line['name']).last()['objects']))
        return answers + [(workspace / 'anchors.jsonl').read_text(encoding='utf-8')]

    def test_it_comes_to_the_same_results_and_digests_and_shows_nobody(self):
        plain = self.folder / 'plain'
        self.ok(plain, 'init', '--kind', 'demo')
        self.fill(plain)
        code = self.make()
        unlocking = ('--passphrase-file', self.passphrase)
        self.fill(self.office, *unlocking)
        self.assertEqual(self.comparable(self.office, *unlocking), self.comparable(plain))
        secrets = self.secrets(self.office / 'demo')
        self.assertGreater(len(secrets), SAMPLE // 2)
        shutil.rmtree(self.office / 'demo')  # what the data was made from
        # Somebody works, looks, prints and keeps copies.
        persons = [line for line in self.opened('--json', 'case', 'list', '--limit', 1000).lines()]
        serial = self.opened('--json', 'case', 'list', '--state', 'referred').lines()[0]['serial']
        shown = self.opened('--json', 'case', 'show', serial).last()
        self.opened('case', 'act', serial, 'grant', '--actor', 'approver', '--role', 'approver', '--reason', '经核实',
                    '--basis', '《行政许可法》第三十八条')
        self.assertTrue(persons and shown)
        identity = next(secret for secret in secrets if len(secret) == 18)
        found = self.opened('--json', 'case', 'list', '--applicant', identity).lines()
        self.assertEqual([case['serial'] for case in found],
                         [case['serial'] for case in self.ok(plain, '--json', 'case', 'list', '--applicant', identity).lines()])
        self.opened('paper', 'print', serial, '--kind', 'grant', '--out', self.folder / 'grant.pdf',
                    '--actor', 'approver', '--role', 'approver')
        copy = self.folder / 'backup'
        self.opened('backup', copy)
        for workspace in (self.office, copy):
            self.assertEqual(self.opened('--json', 'audit', 'verify', workspace=workspace).last()['findings'], 0)
            self.assertEqual(self.opened('--json', 'vault', 'status', workspace=workspace).last()['plain_files'], [])
        key = self.folder / 'key'
        self.opened('vault', 'key-file', key)
        ways = [PASSPHRASE, code, code.replace('-', ''), key.read_text().split()[1]]
        for folder in (self.office, copy):
            self.assert_shows_nobody(folder, secrets + ways)
        everything = b''.join(path.read_bytes() for path in plain.glob('*.sqlite'))
        self.assertTrue(any(form in everything for form in forms(identity)), 'the test looks for what would be there')

    def test_capsules_are_the_same_bytes(self):
        plain = self.folder / 'plain'
        self.ok(plain, 'init', '--kind', 'demo')
        self.fill(plain)
        self.ok(plain, 'capsule', 'export', '--all', self.folder / 'plain-capsules')
        self.passphrase.write_text(PASSPHRASE, encoding='utf-8')
        shutil.copytree(plain, self.office)
        rows = self.opened('--json', 'vault', 'create').last()['rows']
        self.assertGreater(rows, self.applications)
        self.opened('capsule', 'export', '--all', self.folder / 'capsules')
        exported = sorted(path.relative_to(self.folder / 'capsules')
                          for path in (self.folder / 'capsules').rglob('*') if path.is_file())
        self.assertGreater(len(exported), 50)
        for name in exported:
            self.assertEqual((self.folder / 'capsules' / name).read_bytes(),
                             (self.folder / 'plain-capsules' / name).read_bytes())
        self.opened('capsule', 'verify', *sorted((self.folder / 'capsules').glob('*.json'))[:50])
        unlocking = ('--passphrase-file', self.passphrase)
        self.assertEqual(self.comparable(self.office, *unlocking), self.comparable(plain))
        shutil.rmtree(self.office / 'demo')
        self.assert_shows_nobody(self.office, self.secrets(plain / 'demo'))

    def test_a_locked_workspace_says_so_and_ends_with_seven(self):
        self.make()
        for arguments in (('status',), ('case', 'list'), ('work',), ('audit', 'verify'), ('backup', self.folder / 'b'),
                          ('register', 'list'), ('demo', '--applications', 5)):
            answer = self.ok(self.office, '--language', 'en', *arguments, code=7)
            self.assertIn('locked', answer.err, arguments)
        wrong = self.folder / 'wrong'
        wrong.write_text('not the passphrase\n', encoding='utf-8')
        answer = self.ok(self.office, '--passphrase-file', wrong, 'status', code=7)
        self.assertIn('passphrase is wrong', answer.err)
        self.assertEqual(self.ok(self.office, '--json', 'vault', 'status').last()['ways'], ['passphrase', 'recovery'])

    def test_a_service_opens_it_by_its_key(self):
        self.make()
        key = self.folder / 'service.key'
        self.opened('vault', 'key-file', key)
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        self.ok(self.office, '--key-file', key, 'status')
        credentials = self.folder / 'credentials'
        credentials.mkdir()
        shutil.copy(key, credentials / 'tongban-key')
        for name, value in (('TONGBAN_KEY_FILE', key), ('CREDENTIALS_DIRECTORY', credentials)):
            answer = run(self.office, 'status', env=environment() | {name: str(value)})
            self.assertEqual(answer.code, 0, answer.err)
        self.opened('vault', 'key-file', self.folder / 'newer.key')
        self.ok(self.office, '--key-file', key, 'status', code=7)
        self.opened('vault', 'key-file', key, code=4)

    def test_the_passphrase_is_changed_and_a_forgotten_one_is_recovered(self):
        code = self.make()
        newer = self.folder / 'newer'
        newer.write_text('another passphrase\n', encoding='utf-8')
        before = (self.office / 'store.sqlite').read_bytes()
        self.opened('vault', 'passphrase', '--new-passphrase-file', newer)
        self.opened('status', code=7)
        self.ok(self.office, '--passphrase-file', newer, 'status')
        self.assertEqual((self.office / 'store.sqlite').read_bytes(), before)
        paper = self.folder / 'paper'
        paper.write_text(code.lower().replace('-', ' '), encoding='utf-8')
        renewed = self.ok(self.office, '--json', 'vault', 'recover', '--code-file', paper, '--new-passphrase-file',
                          self.passphrase).last()['recovery_code']
        self.opened('status')
        self.assertNotEqual(renewed, code)
        self.ok(self.office, 'vault', 'recover', '--code-file', paper, '--new-passphrase-file', newer, code=7)
        paper.write_text(code[:-1] + ('0' if code[-1] != '0' else '2'), encoding='utf-8')
        answer = self.ok(self.office, 'vault', 'recover', '--code-file', paper, '--new-passphrase-file', newer, code=2)
        self.assertIn('group 7', answer.err)
        again = self.opened('--json', 'vault', 'recovery-code').last()['recovery_code']
        paper.write_text(again, encoding='utf-8')
        self.ok(self.office, 'vault', 'recover', '--code-file', paper, '--new-passphrase-file', newer)
        self.ok(self.office, '--passphrase-file', newer, 'status')

    def test_what_is_plain_says_so_and_sealing_waits_until_nobody_has_it_open(self):
        self.ok(self.office, 'init')
        self.assertIn('plain', self.ok(self.office, '--language', 'en', 'status').out)
        self.assertFalse(self.ok(self.office, '--json', 'vault', 'status').last()['vault'])
        worker = subprocess.Popen([BINARY, '--workspace', self.office, 'work', '--service', '--interval', '1'],
                                  env=environment(), cwd=tempfile.gettempdir(), stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            self.wait_for_worker()
            self.opened('vault', 'create', code=5)
        finally:
            worker.terminate()
            worker.wait(60)
        # The vault is there; the next run goes on with it.
        self.assertEqual(self.ok(self.office, '--json', 'vault', 'status', code=1).last()['plain_files'],
                         ['store.sqlite', 'registers.sqlite'])
        self.opened('status', code=4)
        self.opened('vault', 'create')
        self.opened('vault', 'create', code=4)
        self.assertNotIn('plain', self.opened('--language', 'en', 'status').out)

    def wait_for_worker(self):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if (self.office / 'store.sqlite-shm').exists() and (self.office / 'worker.lock').exists():
                return
            time.sleep(0.05)
        self.fail('the worker did not start')

    def test_a_passphrase_that_is_too_short_makes_no_vault(self):
        self.ok(self.office, 'init')
        self.passphrase.write_text('short\n', encoding='utf-8')
        self.opened('vault', 'create', code=2)
        self.assertFalse((self.office / 'vault.json').exists())
