-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT fault, n FROM api.ledger_faults($1::int) ORDER BY n LIMIT 10000
