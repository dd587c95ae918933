-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT to_regclass('core.schema_version') IS NOT NULL
