# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions as files: made, verified, and one changed byte found."""
from ctl import DemoCase, run


class Capsules(DemoCase):
    def export(self):
        granted = self.cases('--state', 'delivering') or self.cases('--state', 'granted') \
            or self.cases('--state', 'closed')
        target = self.folder / 'capsules'
        self.assertEqual(self.ok(self.demo, '--json', 'capsule', 'export', granted[0]['serial'], target)
                         .last()['written'], 1)
        return next(target.glob('*.json'))

    def test_a_capsule_verifies_without_a_workspace(self):
        answer = self.ok(None, '--json', 'capsule', 'verify', self.export())
        self.assertEqual(answer.last()['verdict'], 'genuine')

    def test_the_record_of_acts_knows_its_capsules(self):
        file = self.export()
        answer = self.ok(self.demo, '--json', 'capsule', 'verify', '--recorded', file).last()
        self.assertEqual((answer['recorded'], answer['shipped_rules']), (True, True))
        self.ok(self.folder / 'other', 'init', '--kind', 'training')
        other = self.ok(self.folder / 'other', '--json', 'capsule', 'verify', '--recorded', file, code=1).last()
        self.assertEqual((other['verdict'], other['recorded']), ('genuine', False))

    def test_one_changed_byte_anywhere_is_found(self):
        file = self.export()
        whole = file.read_bytes()
        for place in range(0, len(whole), max(1, len(whole) // 25)):
            changed = bytearray(whole)
            changed[place] ^= 1
            file.write_bytes(bytes(changed))
            answer = run(None, '--json', 'capsule', 'verify', file)
            self.assertEqual(answer.code, 1, f'byte {place}: {answer.out}')
            self.assertNotEqual(answer.last()['verdict'], 'genuine')
        file.write_bytes(whole)
        self.ok(None, 'capsule', 'verify', file)

    def test_all_capsules_of_the_store_verify(self):
        target = self.folder / 'all'
        done = self.ok(self.demo, '--json', 'capsule', 'export', '--all', target).last()
        files = sorted(target.glob('*.json'))
        self.assertEqual((done['written'], done['different']), (len(files), 0))
        self.ok(None, 'capsule', 'verify', *files)

    def test_what_is_no_capsule_is_said(self):
        (self.folder / 'x.json').write_text('{}')
        self.assertIn(run(None, 'capsule', 'verify', self.folder / 'x.json').code, (1, 2))
        self.ok(None, 'capsule', 'verify', self.folder / 'none.json', code=3)
        self.ok(self.demo, 'capsule', 'export', self.folder, code=2)
