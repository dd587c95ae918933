-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT core.open_year(core.this_year()) + core.open_year(core.this_year() + 1)
