-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO core.head (district) SELECT unnest($1::int[]) ON CONFLICT DO NOTHING
