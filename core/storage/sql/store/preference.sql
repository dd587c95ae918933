-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: preference_of
SELECT opened(value, 'preference.value') AS value FROM preference WHERE account = :account AND name = :name;

-- name: preference_list
SELECT name, opened(value, 'preference.value') AS value FROM preference WHERE account = :account ORDER BY name;

-- name: preference_put
INSERT INTO preference (account, name, value) VALUES (:account, :name, seal(:value, 'preference.value'))
ON CONFLICT (account, name) DO UPDATE SET value = excluded.value;

-- name: preference_drop
DELETE FROM preference WHERE account = :account AND name = :name;
