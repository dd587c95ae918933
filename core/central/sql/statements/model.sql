-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT rule_set, version, effective_from, model, manifest FROM api.model($1::bytea)
