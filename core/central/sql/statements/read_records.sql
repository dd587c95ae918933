-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT n, kind, body FROM api.read_records($1::int, $2::uuid, $3)
