-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT account, kind, schema_version, epoch_ms FROM api.hello()
