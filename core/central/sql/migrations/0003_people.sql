-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who may do what, where and since when. A person is a login of the database; nothing a client says about
-- itself is believed. Changed by the administrator only, and every change leaves a row that stays.

SET ROLE tongban_owner;

CREATE TABLE core.account (
    login       name PRIMARY KEY,
    account     text NOT NULL UNIQUE CHECK (account ~ '^[a-z0-9._:@-]{1,64}$'),
    kind        text NOT NULL CHECK (kind IN ('person', 'channel', 'worker', 'auditor')),
    person_hash bytea CHECK (length(person_hash) = 32), -- SHA-256 of the person's own identity number.
    is_active   boolean NOT NULL DEFAULT true,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A right in a district (0 = all), for all items (null) or some, from one moment to another.
CREATE TABLE core.right_ (
    account    text NOT NULL REFERENCES core.account (account),
    role       text NOT NULL CHECK (role IN ('applicant', 'system', 'clerk', 'approver', 'supervisor',
                                             'administrator', 'auditor')),
    district   int NOT NULL,
    items      text[],
    since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    until      timestamptz NOT NULL DEFAULT 'infinity',
    granted_by name NOT NULL DEFAULT session_user,
    PRIMARY KEY (account, role, district, since)
);

CREATE TABLE core.right_log (
    no       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    by_login name NOT NULL DEFAULT session_user,
    what     text NOT NULL,
    account  text NOT NULL,
    detail   text NOT NULL
);

CREATE TABLE core.device (
    device      uuid PRIMARY KEY,
    account     text NOT NULL REFERENCES core.account (account),
    enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at  timestamptz
);

-- Called by the administrator, in his own name: it makes the login where there is none (without a password: that
-- is set by whoever hands it over) and puts it into the one group its kind belongs to.
CREATE FUNCTION core.add_account(p_login name, p_account text, p_kind text, p_person bytea) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_old core.account;
BEGIN
    SELECT * INTO v_old FROM core.account a WHERE a.account = p_account OR a.login = p_login;
    IF v_old.account IS NOT NULL AND (v_old.account, v_old.login, v_old.kind) <> (p_account, p_login, p_kind) THEN
        RETURN 'other';
    ELSIF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p_login
                  AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication)) THEN
        RAISE EXCEPTION 'the login % has powers over the database and cannot be a desktop''s', p_login
            USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = p_login) THEN
        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 8', p_login);
    END IF;
    EXECUTE format('GRANT %I TO %I', CASE p_kind WHEN 'worker' THEN 'tongban_worker' WHEN 'auditor' THEN 'tongban_auditor'
                                     ELSE 'tongban_staff' END, p_login);
    EXECUTE format('ALTER ROLE %I LOGIN', p_login);
    EXECUTE format('ALTER ROLE %I SET statement_timeout = ''15s''', p_login);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''5s''', p_login);
    INSERT INTO core.account AS a (login, account, kind, person_hash) VALUES (p_login, p_account, p_kind, p_person)
    ON CONFLICT (account) DO UPDATE SET is_active = true, person_hash = coalesce(excluded.person_hash, a.person_hash);
    INSERT INTO core.right_log (what, account, detail) VALUES ('account', p_account, format('%s as %s', p_login, p_kind));
    RETURN 'added';
END $$;

CREATE FUNCTION core.close_account(p_account text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_login name;
BEGIN
    UPDATE core.account SET is_active = false WHERE account = p_account RETURNING login INTO v_login;
    IF v_login IS NULL THEN
        RETURN false;
    END IF;
    PERFORM core.revoke_right(p_account, NULL, NULL);
    UPDATE core.device SET revoked_at = clock_timestamp() WHERE account = p_account AND revoked_at IS NULL;
    EXECUTE format('ALTER ROLE %I NOLOGIN', v_login);
    RETURN true;
END $$;

-- False = the device is somebody else's, or was revoked: a revoked device does not come back.
CREATE FUNCTION core.enrol_device(p_account text, p_device uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.device (device, account) VALUES (p_device, p_account) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        INSERT INTO core.right_log (what, account, detail) VALUES ('device', p_account, p_device::text);
    END IF;
    RETURN EXISTS (SELECT FROM core.device WHERE device = p_device AND account = p_account AND revoked_at IS NULL);
END $$;

CREATE FUNCTION core.grant_right(p_account text, p_role text, p_district int, p_items text[])
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_kind text := (SELECT kind FROM core.account WHERE account = p_account);
    v_fits text[] := CASE v_kind
        WHEN 'worker' THEN ARRAY['system']
        WHEN 'channel' THEN ARRAY['applicant']
        WHEN 'auditor' THEN ARRAY['auditor']
        WHEN 'person' THEN ARRAY['clerk', 'approver', 'supervisor', 'administrator'] END;
BEGIN
    IF v_kind IS NULL OR p_role <> ALL (v_fits) THEN
        RAISE EXCEPTION 'an account of kind % cannot be %', coalesce(v_kind, 'unknown'), p_role
            USING ERRCODE = 'check_violation';
    END IF;
    IF p_district <> 0 AND NOT EXISTS (SELECT FROM core.head WHERE district = p_district) THEN
        RAISE EXCEPTION 'there is no district %', p_district USING ERRCODE = 'foreign_key_violation';
    END IF;
    UPDATE core.right_ SET until = clock_timestamp()
    WHERE account = p_account AND role = p_role AND district = p_district AND until > clock_timestamp();
    INSERT INTO core.right_ (account, role, district, items) VALUES (p_account, p_role, p_district, p_items);
    INSERT INTO core.right_log (what, account, detail)
    VALUES ('grant', p_account, format('%s in %s for %s', p_role, p_district, coalesce(p_items::text, 'all items')));
END $$;

-- role null = every role; district null = every district. Returns how many rights ended.
CREATE FUNCTION core.revoke_right(p_account text, p_role text, p_district int)
RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_count bigint;
BEGIN
    UPDATE core.right_ SET until = clock_timestamp()
    WHERE account = p_account AND (p_role IS NULL OR role = p_role)
      AND (p_district IS NULL OR district = p_district) AND until > clock_timestamp();
    GET DIAGNOSTICS v_count = ROW_COUNT;
    INSERT INTO core.right_log (what, account, detail)
    VALUES ('revoke', p_account, format('%s in %s', coalesce(p_role, 'all roles'), coalesce(p_district::text, 'all')));
    RETURN v_count;
END $$;

-- The account behind the session; no row = a login the centre does not know or no longer admits.
CREATE FUNCTION core.whoami() RETURNS core.account
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT a FROM core.account a WHERE a.login = session_user AND a.is_active
$$;

CREATE FUNCTION core.may(p_account text, p_role text, p_district int, p_item text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM core.right_ r
                   WHERE r.account = p_account AND r.role = p_role AND r.district IN (p_district, 0)
                     AND clock_timestamp() >= r.since AND clock_timestamp() < r.until
                     AND (r.items IS NULL OR p_item = ANY (r.items)));
END $$;

RESET ROLE;
