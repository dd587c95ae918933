# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese unless English is asked for."""
import re

from ctl import Case, environment, run

HAN = re.compile('[一-鿿]')


class Language(Case):
    def test_errors_are_chinese_unless_english_is_asked_for(self):
        nowhere = self.folder / 'none'
        self.assertRegex(run(nowhere, 'status').err, HAN)
        self.assertNotRegex(run(nowhere, '--language', 'en', 'status').err, HAN)

    def test_the_environment_asks_for_english(self):
        nowhere = self.folder / 'none'
        for locale, chinese in (('en_GB.UTF-8', False), ('C.UTF-8', True), ('zh_CN.UTF-8', True)):
            answer = run(nowhere, 'status', env={**environment(), 'LC_ALL': locale})
            self.assertEqual(bool(HAN.search(answer.err)), chinese, locale)

    def test_tables_and_pages_speak_the_language_asked_for(self):
        office = self.folder / 'office'
        self.ok(office, 'init')
        for line in (('catalogue', 'counts'), ('rules', 'list'), ('status',), ('register', 'list')):
            self.assertRegex(self.ok(office, *line).out, HAN)
            self.assertNotRegex(self.ok(office, '--language', 'en', *line).out, HAN, line)
