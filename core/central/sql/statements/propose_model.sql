-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT api.propose_model($1, $2::int, $3::date, $4, $5)
