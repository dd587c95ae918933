-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: meta_value
SELECT value FROM meta WHERE key = :key;

-- name: meta_set
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: serial_reserve
INSERT INTO serial_counter (district, year, last) VALUES (:district, :year, :count)
ON CONFLICT (district, year) DO UPDATE SET last = last + excluded.last
RETURNING last;
