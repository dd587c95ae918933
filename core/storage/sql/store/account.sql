-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: account_insert
INSERT INTO account (name, display_name, roles, organisation, hall, hall_window, password, practice, disabled, failures,
                     failed_at, changed_at, changed_by)
VALUES (:name, :display_name, :roles, :organisation, :hall, :hall_window, :password, :practice, 0, 0, NULL, :changed_at,
        :changed_by)
ON CONFLICT (name) DO NOTHING;

-- name: account_by_name
SELECT name, display_name, roles, organisation, hall, hall_window, password, practice, disabled, failures, failed_at
FROM account WHERE name = :name;

-- name: account_list
SELECT name, display_name, roles, organisation, hall, hall_window, password, practice, disabled, failures, failed_at
FROM account ORDER BY name;

-- name: account_exists
SELECT EXISTS (SELECT 1 FROM account) AS found;

-- name: account_change
UPDATE account
SET display_name = :display_name, roles = :roles, organisation = :organisation, hall = :hall, hall_window = :hall_window,
    changed_at = :changed_at, changed_by = :changed_by
WHERE name = :name;

-- name: account_password
UPDATE account
SET password = :password, practice = 0, failures = 0, failed_at = NULL, changed_at = :changed_at, changed_by = :changed_by
WHERE name = :name;

-- name: account_disable
UPDATE account SET disabled = :disabled, changed_at = :changed_at, changed_by = :changed_by WHERE name = :name;

-- name: account_failures
UPDATE account SET failures = :failures, failed_at = :failed_at WHERE name = :name;
