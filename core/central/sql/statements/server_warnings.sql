-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a server may be set to that takes a promise of the centre away, one code a row.
SELECT code FROM (VALUES
    ('acts_not_durable', current_setting('fsync') = 'off' OR current_setting('synchronous_commit') = 'off'
                         OR current_setting('full_page_writes') = 'off'),
    ('refusals_not_logged', current_setting('log_min_error_statement') IN ('fatal', 'panic')
                            OR current_setting('log_min_messages') IN ('fatal', 'panic')),
    ('logins_not_named', position('%u' IN current_setting('log_line_prefix')) = 0),
    ('passwords_not_scram', current_setting('password_encryption') <> 'scram-sha-256'),
    ('network_without_tls', current_setting('listen_addresses') <> '' AND current_setting('ssl') = 'off'),
    ('pages_without_checksums', current_setting('data_checksums') = 'off'),
    ('personal_data_not_sealed', (SELECT value = '' FROM core.setting WHERE key = 'seal_key_file')),
    ('key_among_the_data', (SELECT value LIKE current_setting('data_directory') || '/%' FROM core.setting
                            WHERE key = 'seal_key_file')),
    ('year_without_a_place', to_regclass('core.ledger_' || core.this_year()) IS NULL
                             OR (extract(month FROM now() AT TIME ZONE 'Asia/Shanghai') = 12
                                 AND to_regclass('core.ledger_' || (core.this_year() + 1)) IS NULL)
                             OR EXISTS (SELECT FROM core.ledger_other)),
    ('staff_has_more_than_its_group', EXISTS (
        SELECT FROM core.account a JOIN pg_roles r ON r.rolname = a.login
        WHERE r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication
           OR EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                      WHERE m.member = r.oid
                        AND g.rolname NOT IN ('tongban_staff', 'tongban_worker', 'tongban_auditor'))))
) AS checks (code, is_wrong) WHERE is_wrong ORDER BY code
