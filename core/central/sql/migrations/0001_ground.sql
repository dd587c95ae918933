-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The ground everything stands on: who there is, and what nobody may do. Run by the administrator of the
-- database; everything after this belongs to tongban_owner, which nobody can log in as.
--
-- A desktop is a login that is a member of tongban_staff. It gets EXECUTE on functions of the schema api and
-- SELECT, row by row, on tables without personal data. It gets nothing else, and what PostgreSQL gives to
-- everybody by default is taken away here.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['tongban_owner', 'tongban_staff', 'tongban_worker', 'tongban_auditor']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;
    -- Functions that end a session holding a district (api.evict_blockers) need these two.
    GRANT pg_signal_backend, pg_read_all_stats TO tongban_owner;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO tongban_staff, tongban_worker, tongban_auditor',
                   current_database());
    -- The zone in which a day begins; functions that need it name it, so that a session cannot move it.
    EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Asia/Shanghai');
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- Without the language there is no DO block: no loop that a session writes itself. Functions that are there
-- run all the same.
REVOKE ALL ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO tongban_owner;

-- Built-in functions by which any login could fill the disk, the lock table or the notification queue of
-- everybody, or hold a lock while it sleeps.
DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname ~ '^(lo_|lowrite$|loread$|pg_(try_)?advisory_|pg_sleep)'
               OR p.proname IN ('pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', routine);
    END LOOP;
END $$;

CREATE SCHEMA core AUTHORIZATION tongban_owner;
CREATE SCHEMA api AUTHORIZATION tongban_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE tongban_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE tongban_owner REVOKE ALL ON TYPES FROM PUBLIC;

SET ROLE tongban_owner;

CREATE TABLE core.schema_version (
    version    int PRIMARY KEY,
    name       text NOT NULL,
    digest     bytea NOT NULL CHECK (length(digest) = 32),
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by name NOT NULL DEFAULT session_user
);

-- History is written once. Nobody holds UPDATE or DELETE on these tables, the owner included; the trigger
-- stands against a slip of whoever changes the schema.
CREATE FUNCTION core.append_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

RESET ROLE;
