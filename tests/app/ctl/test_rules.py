# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published rule sets, listed and shown."""
from ctl import Case, SOURCE


class Rules(Case):
    def test_every_rule_set_of_the_folder_is_listed(self):
        lines = self.ok(None, '--json', 'rules', 'list').lines()
        manifests = {path.parent.name for path in (SOURCE / 'resources/models').glob('*/*.json')}
        self.assertEqual({line['rule_set'] for line in lines}, manifests)
        self.assertGreaterEqual(len(lines), 12)
        for area in {line['area'] for line in lines}:
            self.assertGreaterEqual(sum(line['area'] == area for line in lines), 4, area)

    def test_the_version_in_force_depends_on_the_day(self):
        lines = self.ok(None, '--json', 'rules', 'list', '--on', '1999-01-01').lines()
        self.assertFalse(any(line['in_force'] for line in lines))
        self.ok(None, 'rules', 'show', 'quota-renewal', '--on', '1999-01-01', code=3)
        self.assertTrue(self.ok(None, '--json', 'rules', 'show', 'quota-renewal').last()['in_force'])

    def test_every_rule_names_its_article_and_speaks_both_languages(self):
        for line in self.ok(None, '--json', 'rules', 'list').lines():
            shown = self.ok(None, '--json', 'rules', 'show', line['rule_set'], '--version', line['version']).last()
            self.assertEqual(len(shown['rules']), line['rules'])
            for rule in shown['rules']:
                for part in ('code', 'handling', 'article', 'zh', 'en'):
                    self.assertTrue(rule[part], f'{line["rule_set"]} {rule}')

    def test_a_rule_set_is_shown_with_its_laws(self):
        text = self.ok(None, 'rules', 'show', 'quota-renewal').out
        for part in ('法律依据', '行政许可法', '影响评估', '补正'):
            self.assertIn(part, text)

    def test_an_unknown_rule_set_is_said(self):
        self.ok(None, 'rules', 'show', 'no-such-rules', code=3)
        self.ok(None, 'rules', 'show', 'quota-renewal', '--version', 99, code=3)
