-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT records, evidence FROM api.may_read($1::int, $2::uuid)
