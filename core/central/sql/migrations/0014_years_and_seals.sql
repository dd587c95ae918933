-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Two things about the tables that grow and hold what applicants wrote. They are kept year by year, so that an old year can be
-- moved, vacuumed or (of the logs) dropped by itself; and what is in them is sealed with a key that is a file of the server's
-- machine and never in the database, so that a dump, a copy of the data directory or a stolen disk shows nobody's number.
--
-- Keys of tables that are kept by year end with the year, because PostgreSQL guarantees uniqueness inside one partition alone.
-- What has to be unique for ever does not rest on that: a decision a round, a case and its number in the district are tables of
-- their own without years; a place in the ledger is looked for in the other years before it is written, under the district's
-- lock; a command is looked up in all years, and what is older than the last number of its device is refused by device_head.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tongban_key') THEN
        CREATE ROLE tongban_key NOLOGIN;
    END IF;
    GRANT pg_read_server_files TO tongban_key;
    GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO tongban_key;
END $$;

CREATE SCHEMA crypto;
CREATE EXTENSION pgcrypto WITH SCHEMA crypto;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA crypto FROM PUBLIC;

-- Reads nothing but keys: lines "1 <64 hexadecimal digits>". A new key is a new line; the one with the highest number seals.
CREATE FUNCTION crypto.read_keys(p_file text) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_keys text[] := '{}';
    v_line text;
BEGIN
    -- Without a pattern: compiling one takes longer than reading the file, and this runs with every act.
    FOREACH v_line IN ARRAY string_to_array(rtrim(pg_read_file(p_file), E'\n'), E'\n') LOOP
        IF split_part(v_line, ' ', 1) <> (cardinality(v_keys) + 1)::text OR length(split_part(v_line, ' ', 2)) <> 64
           OR translate(split_part(v_line, ' ', 2), '0123456789abcdef', '') <> '' OR cardinality(v_keys) = 255 THEN
            v_keys := '{}';
            EXIT;
        END IF;
        v_keys := v_keys || split_part(v_line, ' ', 2);
    END LOOP;
    IF cardinality(v_keys) = 0 THEN
        RAISE EXCEPTION 'the file of keys does not hold keys 1, 2, ...' USING ERRCODE = 'insufficient_resources';
    END IF;
    RETURN v_keys;
EXCEPTION
    WHEN undefined_file OR insufficient_privilege OR io_error OR undefined_object THEN
        -- For desktops: later. Nothing is written unsealed meanwhile.
        RAISE EXCEPTION 'the file of keys cannot be read' USING ERRCODE = 'insufficient_resources';
END $$;
ALTER FUNCTION crypto.read_keys(text) OWNER TO tongban_key;
REVOKE ALL ON FUNCTION crypto.read_keys(text) FROM PUBLIC;
GRANT USAGE ON SCHEMA crypto TO tongban_owner;
GRANT EXECUTE ON FUNCTION crypto.read_keys(text), crypto.encrypt_iv(bytea, bytea, bytea, text),
    crypto.decrypt_iv(bytea, bytea, bytea, text), crypto.gen_random_bytes(int), crypto.hmac(bytea, bytea, text) TO tongban_owner;

SET ROLE tongban_owner;

-- '' = nothing is sealed, and `tongbanctl centre status` warns. A path on the server's machine, outside the data directory.
INSERT INTO core.setting VALUES ('seal_key_file', ''), ('log_years', '6');

-- The keys as they are read for one call; they go from function to function and are kept nowhere.
CREATE FUNCTION core.seal_keys() RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_file text := (SELECT s.value FROM core.setting s WHERE s.key = 'seal_key_file');
BEGIN
    RETURN CASE WHEN v_file <> '' THEN crypto.read_keys(v_file) ELSE '{}' END;
END $$;

-- One byte: the number of the key, 0 = none; then sixteen of chance and AES-256. That nobody changed it is the chain's business,
-- which covers digests of bodies and applications.
CREATE FUNCTION core.sealed(p_plain bytea, p_keys text[]) RETURNS bytea
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_last int := cardinality(p_keys);
    v_chance bytea;
BEGIN
    IF v_last = 0 THEN
        RETURN '\x00'::bytea || p_plain;
    END IF;
    v_chance := crypto.gen_random_bytes(16);
    RETURN set_byte('\x00'::bytea, 0, v_last) || v_chance || crypto.encrypt_iv(p_plain, decode(p_keys[v_last], 'hex'), v_chance, 'aes-cbc');
END $$;

-- Null = the key is not there (any more).
CREATE FUNCTION core.unsealed(p_sealed bytea, p_keys text[]) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_no int := CASE WHEN length(p_sealed) > 0 THEN get_byte(p_sealed, 0) END;
BEGIN
    IF v_no = 0 THEN
        RETURN substr(p_sealed, 2);
    ELSIF v_no <= cardinality(p_keys) AND length(p_sealed) > 17 THEN
        RETURN crypto.decrypt_iv(substr(p_sealed, 18), decode(p_keys[v_no], 'hex'), substr(p_sealed, 2, 16), 'aes-cbc');
    END IF;
    RETURN NULL;
END $$;

-- The digest of something that is there in a few million forms only, such as an identity number: without the key it could be
-- tried out. Always the first key: what was marked once is found for ever.
CREATE FUNCTION core.marker(p_digest bytea, p_keys text[]) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN cardinality(p_keys) = 0 THEN p_digest ELSE crypto.hmac(p_digest, decode(p_keys[1], 'hex'), 'sha256') END;
END $$;

-- For the check of the record: what cannot be opened was changed.
CREATE FUNCTION core.unsealed_if_sound(p_sealed bytea, p_keys text[]) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.unsealed(p_sealed, p_keys);
EXCEPTION WHEN external_routine_invocation_exception OR external_routine_exception THEN
    RETURN NULL;
END $$;

-- The year in which a moment lies for the bureau.
CREATE FUNCTION core.year_at(p_at bigint) RETURNS smallint
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN extract(year FROM to_timestamp(p_at / 1000) AT TIME ZONE 'Asia/Shanghai');
END $$;

CREATE FUNCTION core.this_year() RETURNS smallint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN extract(year FROM clock_timestamp() AT TIME ZONE 'Asia/Shanghai');
END $$;

CREATE TABLE core.yearly (
    name text PRIMARY KEY
);
INSERT INTO core.yearly VALUES ('ledger'), ('ledger_body'), ('application'), ('op'), ('op_body'), ('evidence'), ('query_log'),
                               ('refusal_log');

DROP VIEW stat.decisions, stat.acts;
DROP FUNCTION core.append_event(core.head, core.ledger, text), core.event_digest(core.ledger);
ALTER TABLE core.ledger RENAME TO ledger_0013;
ALTER TABLE core.ledger_body RENAME TO ledger_body_0013;
ALTER TABLE core.application RENAME TO application_0013;
ALTER TABLE core.op RENAME TO op_0013;
ALTER TABLE core.op_body RENAME TO op_body_0013;
ALTER TABLE core.evidence RENAME TO evidence_0013;
ALTER TABLE core.query_log RENAME TO query_log_0013;
ALTER TABLE core.refusal_log RENAME TO refusal_log_0013;

CREATE TABLE core.ledger (
    district    int NOT NULL,
    n           bigint NOT NULL,
    case_id     uuid NOT NULL,
    act         text NOT NULL,
    state       text NOT NULL,
    actor       text NOT NULL,
    role        text NOT NULL,
    at          bigint NOT NULL, -- Milliseconds since 1970, the centre's clock.
    reason      text NOT NULL,
    basis       text NOT NULL,
    body_digest bytea NOT NULL,
    hash        bytea NOT NULL CHECK (length(hash) = 32),
    year        smallint NOT NULL,
    PRIMARY KEY (district, n, year),
    CHECK (year = core.year_at(at))
) PARTITION BY LIST (year);
CREATE INDEX ON core.ledger (district, case_id, n);

CREATE TABLE core.ledger_body (
    district int NOT NULL,
    n        bigint NOT NULL,
    body     bytea NOT NULL, -- Sealed, as all that is bytea below.
    year     smallint NOT NULL,
    PRIMARY KEY (district, n, year)
) PARTITION BY LIST (year);

-- The year is the one in which the case was opened.
CREATE TABLE core.application (
    district int NOT NULL,
    case_id  uuid NOT NULL,
    parties  bytea[] NOT NULL, -- Markers of the SHA-256 of the identity numbers of applicant and agent.
    body     bytea NOT NULL,
    year     smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (district, case_id, year)
) PARTITION BY LIST (year);
CREATE INDEX ON core.application ((parties[1]));

CREATE TABLE core.op (
    district int NOT NULL,
    op       uuid NOT NULL,
    device   uuid NOT NULL,
    seq      bigint NOT NULL,
    account  text NOT NULL,
    kind     text NOT NULL,
    case_id  uuid,
    sha      bytea NOT NULL,
    outcome  text NOT NULL,
    detail   text NOT NULL,
    n        bigint,
    version  bigint,
    token    bigint,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    year     smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (district, op, year),
    UNIQUE (district, device, seq, year)
) PARTITION BY LIST (year);

CREATE TABLE core.op_body (
    district int NOT NULL,
    op       uuid NOT NULL,
    body     bytea NOT NULL,
    year     smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (district, op, year)
) PARTITION BY LIST (year);

CREATE TABLE core.evidence (
    district    int NOT NULL,
    case_id     uuid NOT NULL,
    source      text NOT NULL,
    record      text NOT NULL,
    body        bytea NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    put_by      text NOT NULL,
    year        smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (district, case_id, source, record, answered_at, year)
) PARTITION BY LIST (year);

-- Identity columns and partitions do not go together in PostgreSQL 15.
CREATE SEQUENCE core.query_log_no;
CREATE SEQUENCE core.refusal_log_no;

CREATE TABLE core.query_log (
    no       bigint NOT NULL DEFAULT nextval('core.query_log_no'),
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    login    name NOT NULL DEFAULT session_user,
    account  text,
    district int NOT NULL,
    what     text NOT NULL,
    case_id  uuid,
    purpose  text NOT NULL,
    year     smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (no, year)
) PARTITION BY LIST (year);

CREATE TABLE core.refusal_log (
    no       bigint NOT NULL DEFAULT nextval('core.refusal_log_no'),
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    login    name NOT NULL DEFAULT session_user,
    account  text,
    district int,
    what     text NOT NULL,
    detail   text NOT NULL,
    year     smallint NOT NULL DEFAULT core.this_year(),
    PRIMARY KEY (no, year)
) PARTITION BY LIST (year);
CREATE INDEX ON core.refusal_log (account, at);

-- What every table with history has, partition or not: nobody changes it, nobody reads it past the policies.
CREATE FUNCTION core.guard_history(p_table text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.%I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', p_table);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON core.%I FROM tongban_owner', p_table);
    EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', p_table);
END $$;

-- Makes the place of a year in every table; returns how many were missing. Acts of a year that nobody made a place for go into
-- the tables' last partition, "other", so that nothing stops at midnight; from there they move. Called by the administrator.
CREATE FUNCTION core.open_year(p_year int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    v_table text;
    v_part text;
    v_rows bigint;
    v_count int := 0;
BEGIN
    FOR v_table IN SELECT y.name FROM core.yearly y ORDER BY y.name LOOP
        v_part := v_table || '_' || p_year;
        CONTINUE WHEN to_regclass('core.' || v_part) IS NOT NULL;
        EXECUTE format('CREATE TABLE core.%I (LIKE core.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', v_part, v_table);
        EXECUTE format('ALTER TABLE core.%I OWNER TO tongban_owner', v_part);
        EXECUTE format('INSERT INTO core.%I SELECT * FROM core.%I WHERE year = %s', v_part, v_table || '_other', p_year);
        GET DIAGNOSTICS v_rows = ROW_COUNT;
        IF v_rows > 0 THEN
            PERFORM set_config('session_replication_role', 'replica', true);
            EXECUTE format('DELETE FROM core.%I WHERE year = %s', v_table || '_other', p_year);
            PERFORM set_config('session_replication_role', 'origin', true);
        END IF;
        EXECUTE format('ALTER TABLE core.%I ATTACH PARTITION core.%I FOR VALUES IN (%s)', v_table, v_part, p_year);
        PERFORM core.guard_history(v_part);
        v_count := v_count + 1;
    END LOOP;
    RETURN v_count;
END $$;

-- Of the logs of queries and refusals, the years before one; history itself is never dropped. Returns the tables dropped.
CREATE FUNCTION core.drop_logs(p_before int) RETURNS text[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    v_part text;
    v_dropped text[] := '{}';
BEGIN
    IF p_before > core.this_year() - core.limit_('log_years') THEN
        RAISE EXCEPTION 'logs are kept for % years', core.limit_('log_years') USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR v_part IN SELECT c.relname FROM pg_class c
                  WHERE c.relnamespace = 'core'::regnamespace AND c.relname ~ '^(query|refusal)_log_[0-9]{4}$'
                    AND right(c.relname, 4)::int < p_before ORDER BY c.relname LOOP
        EXECUTE format('DROP TABLE core.%I', v_part);
        v_dropped := v_dropped || v_part;
    END LOOP;
    INSERT INTO core.right_log (what, account, detail) VALUES ('logs_dropped', '', array_to_string(v_dropped, ' '));
    RETURN v_dropped;
END $$;

DO $$
DECLARE
    v_table text;
    v_year int;
BEGIN
    FOR v_table IN SELECT name FROM core.yearly LOOP
        EXECUTE format('CREATE TABLE core.%I PARTITION OF core.%I DEFAULT', v_table || '_other', v_table);
        PERFORM core.guard_history(v_table), core.guard_history(v_table || '_other');
    END LOOP;
    FOR v_year IN SELECT core.year_at(at) FROM core.ledger_0013
                  UNION SELECT extract(year FROM at AT TIME ZONE 'Asia/Shanghai') FROM core.op_0013
                  UNION SELECT extract(year FROM at AT TIME ZONE 'Asia/Shanghai') FROM core.query_log_0013
                  UNION SELECT core.this_year() UNION SELECT core.this_year() + 1 LOOP
        PERFORM core.open_year(v_year);
    END LOOP;
END $$;

-- Not sealed yet: that is done by core.seal_up(), once somebody has said which key.
INSERT INTO core.ledger SELECT *, core.year_at(at) FROM core.ledger_0013;
INSERT INTO core.ledger_body SELECT b.district, b.n, '\x00'::bytea || convert_to(b.body, 'UTF8'), core.year_at(l.at)
    FROM core.ledger_body_0013 b JOIN core.ledger_0013 l USING (district, n);
INSERT INTO core.application SELECT a.district, a.case_id, a.parties, '\x00'::bytea || convert_to(a.body, 'UTF8'),
        coalesce((SELECT core.year_at(min(l.at)) FROM core.ledger_0013 l WHERE l.district = a.district AND l.case_id = a.case_id),
                 core.this_year())
    FROM core.application_0013 a;
INSERT INTO core.op SELECT *, extract(year FROM at AT TIME ZONE 'Asia/Shanghai') FROM core.op_0013;
INSERT INTO core.op_body SELECT b.district, b.op, '\x00'::bytea || b.body, extract(year FROM o.at AT TIME ZONE 'Asia/Shanghai')
    FROM core.op_body_0013 b JOIN core.op_0013 o USING (district, op);
INSERT INTO core.evidence SELECT district, case_id, source, record, '\x00'::bytea || convert_to(body, 'UTF8'), answered_at, put_by,
        extract(year FROM answered_at AT TIME ZONE 'Asia/Shanghai') FROM core.evidence_0013;
INSERT INTO core.query_log SELECT *, extract(year FROM at AT TIME ZONE 'Asia/Shanghai') FROM core.query_log_0013;
INSERT INTO core.refusal_log SELECT *, extract(year FROM at AT TIME ZONE 'Asia/Shanghai') FROM core.refusal_log_0013;
SELECT setval('core.query_log_no', (SELECT coalesce(max(no), 0) + 1 FROM core.query_log), false),
       setval('core.refusal_log_no', (SELECT coalesce(max(no), 0) + 1 FROM core.refusal_log), false);

DROP TABLE core.ledger_0013, core.ledger_body_0013, core.application_0013, core.op_0013, core.op_body_0013, core.evidence_0013,
    core.query_log_0013, core.refusal_log_0013;

ALTER TABLE core.inbox ALTER COLUMN body TYPE bytea USING '\x00'::bytea || convert_to(body, 'UTF8');

CREATE VIEW stat.decisions AS
    SELECT d.district, c.item, d.outcome, d.automatic,
           date_trunc('month', to_timestamp(l.at / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date AS month, count(*) AS decisions
    FROM core.decision d
    JOIN core.permit_case c ON c.district = d.district AND c.id = d.case_id
    JOIN core.ledger l ON l.district = d.district AND l.n = d.n
    GROUP BY d.district, c.item, d.outcome, d.automatic, month;

CREATE VIEW stat.acts AS
    SELECT district, act, role, (to_timestamp(at / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS acts
    FROM core.ledger GROUP BY district, act, role, day;

DO $$
DECLARE
    readable text;
BEGIN
    FOREACH readable IN ARRAY ARRAY['ledger', 'refusal_log', 'query_log', 'op'] LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO tongban_auditor', readable);
        EXECUTE format('CREATE POLICY of_my_districts ON core.%I FOR SELECT TO tongban_auditor '
                       'USING (district = ANY ((SELECT api.readable_districts())::int[]))', readable);
    END LOOP;
END $$;
ALTER TABLE core.yearly ENABLE ROW LEVEL SECURITY;

-- The digest of an act without its place, byte for byte that of storage::EventDigester.
CREATE FUNCTION core.event_digest(p_event core.ledger) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(convert_to(
        '{"act":' || to_json(p_event.act)::text || ',"actor":' || to_json(p_event.actor)::text
        || ',"at":' || p_event.at || ',"basis":' || to_json(p_event.basis)::text
        || ',"body":"' || encode(p_event.body_digest, 'hex') || '","case":"' || p_event.case_id
        || '","district":' || p_event.district || ',"reason":' || to_json(p_event.reason)::text
        || ',"role":' || to_json(p_event.role)::text || ',"state":' || to_json(p_event.state)::text || '}',
        'UTF8'));
END $$;

-- Extends the district's chain by one event and returns the new end; and the status for the platform whose case it is, only when
-- the state is another one.
CREATE FUNCTION core.append_event(p_head core.head, p_event core.ledger, p_body text) RETURNS core.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_body bytea := convert_to(p_body, 'UTF8');
BEGIN
    p_head.n := p_head.n + 1;
    p_event.n := p_head.n;
    p_event.year := core.year_at(p_event.at);
    p_event.body_digest := sha256(v_body);
    p_head.hash := sha256(p_head.hash || int8send(p_head.n) || core.event_digest(p_event));
    p_event.hash := p_head.hash;
    -- The key guards the place inside its year.
    IF EXISTS (SELECT FROM core.ledger l WHERE l.district = p_event.district AND l.n = p_event.n AND l.year <> p_event.year) THEN
        RAISE EXCEPTION 'the district moved' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO core.ledger VALUES (p_event.*);
    INSERT INTO core.ledger_body VALUES (p_event.district, p_event.n, core.sealed(v_body, core.seal_keys()), p_event.year);
    INSERT INTO core.status_ledger (district, n, channel, external_no, case_id, state, at)
    SELECT p_event.district, p_event.n, c.channel, c.external_no, c.id, p_event.state, p_event.at
    FROM core.permit_case c
    WHERE c.district = p_event.district AND c.id = p_event.case_id AND c.state <> p_event.state
      AND c.channel NOT IN ('window', 'district_hall', '') AND c.external_no <> '';
    RETURN p_head;
END $$;

CREATE OR REPLACE FUNCTION core.carry_out(p_head core.head, p_who core.account, p_act jsonb, p_rule core.act_rule,
                                          p_move core.workflow, p_case core.permit_case, p_item core.item, p_reason text,
                                          p_basis text)
RETURNS core.answer LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.permit_case := core.change_case(p_case, p_head, p_who, p_act, p_rule, p_move, p_item);
    v_body text := core.body_of(v_case, p_act, p_rule, p_item);
    v_event core.ledger;
BEGIN
    IF p_rule.act = 'countersign' THEN
        p_reason := coalesce(nullif(p_reason, ''), v_case.proposal_reason);
        p_basis := coalesce(nullif(p_basis, ''), v_case.proposal_basis);
    END IF;
    v_event := ROW(p_head.district, 0, v_case.id, p_rule.act, v_case.state, p_who.account, p_act->>'role', p_head.at,
                   p_reason, p_basis, NULL, NULL, NULL)::core.ledger;
    p_head := core.append_event(p_head, v_event, v_body);
    IF p_rule.decides IS NOT NULL THEN
        INSERT INTO core.decision (district, case_id, round, outcome, actor, second, automatic, model, n)
        VALUES (p_head.district, v_case.id, v_case.decision_round, p_rule.decides, p_who.account,
                coalesce(v_case.proposer, nullif(p_act->>'signer', '')), v_case.is_automatic,
                CASE WHEN v_case.is_automatic THEN decode(p_act->>'model', 'hex') END, p_head.n);
    END IF;
    UPDATE core.permit_case SET
        state = v_case.state, waiting_from = v_case.waiting_from, version = v_case.version,
        decision_round = v_case.decision_round, acceptance_no = v_case.acceptance_no,
        pinned_model = v_case.pinned_model, outcome = v_case.outcome, is_automatic = v_case.is_automatic,
        human_requested = v_case.human_requested, touched_by_human = v_case.touched_by_human,
        rules_asked = v_case.rules_asked, advice_against = v_case.advice_against, proposer = v_case.proposer,
        proposal_reason = v_case.proposal_reason, proposal_basis = v_case.proposal_basis,
        changed_at = v_case.changed_at
    WHERE district = v_case.district AND id = v_case.id AND version = v_case.version - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the case moved' USING ERRCODE = 'serialization_failure';
    END IF;
    IF p_rule.frees THEN
        DELETE FROM core.claim WHERE district = v_case.district AND case_id = v_case.id;
    END IF;
    RETURN ROW('applied', v_case.state, p_head.n, v_case.version, NULL, p_head)::core.answer;
END $$;

-- Inserts the case that an act opens and returns it at version 0. The year is the one of the opening act: do_act stamps after.
CREATE OR REPLACE FUNCTION core.open_case(INOUT p_head core.head, p_who core.account, p_act jsonb, p_application jsonb,
                                          p_item core.item, OUT p_case core.permit_case)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_keys text[] := core.seal_keys();
BEGIN
    p_head.case_no := p_head.case_no + 1;
    p_head.at := greatest(p_head.at, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    INSERT INTO core.permit_case (district, id, no, item, item_version, channel, external_no, taken_in_by, state)
    VALUES (p_head.district, (p_act->>'case')::uuid, p_head.case_no, p_item.item, p_item.version,
            coalesce(p_application->>'channel', ''), coalesce(p_application->>'external_no', ''), p_who.account, '-')
    RETURNING * INTO p_case;
    INSERT INTO core.application (district, case_id, parties, body, year)
    VALUES (p_head.district, p_case.id,
            ARRAY[core.marker(sha256(convert_to(p_application->'applicant'->>'id', 'UTF8')), v_keys),
                  core.marker(sha256(convert_to(coalesce(p_application->'agent'->>'id', ''), 'UTF8')), v_keys)],
            core.sealed(convert_to(p_act->>'application', 'UTF8'), v_keys), core.year_at(p_head.at));
END $$;

-- Writes a command's outcome down, and what was refused into the log of refusals.
CREATE OR REPLACE FUNCTION core.keep_op(p_district int, p_who core.account, p_device uuid, p_op uuid, p_seq bigint, p_body bytea,
                                        p_sha bytea, p_answer core.answer)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.op (district, op, device, seq, account, kind, case_id, sha, outcome, detail, n, version, token)
    SELECT p_district, p_op, p_device, p_seq, p_who.account,
           CASE WHEN p_answer.n IS NOT NULL THEN 'act' WHEN p_answer.token IS NOT NULL THEN 'claim' ELSE '' END,
           (SELECT l.case_id FROM core.ledger l
            WHERE l.district = p_district AND l.n = p_answer.n AND l.year = core.year_at((p_answer.head).at)),
           p_sha, p_answer.outcome, p_answer.detail, p_answer.n, p_answer.version, p_answer.token;
    IF p_answer.outcome <> 'applied' AND length(p_body) <= core.limit_('largest_act_bytes') THEN
        INSERT INTO core.op_body (district, op, body) VALUES (p_district, p_op, core.sealed(p_body, core.seal_keys()));
    END IF;
    IF p_answer.outcome IN ('refused', 'invalid', 'quarantined') THEN
        PERFORM core.log_refusal(p_who.account, p_district, p_answer.outcome, p_answer.detail || ' ' || p_op);
    END IF;
END $$;

-- The rows of a page stay in memory: what a tuple store writes out would be plain text on the server's disk.
CREATE OR REPLACE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text, case_no bigint, item_version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_keys text[];
BEGIN
    IF NOT core.readable(v_who.account, p_district) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'pull', 'no_right');
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    PERFORM core.log_query(v_who.account, p_district, 'pull after ' || p_after, NULL, 'sync');
    RETURN QUERY
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis,
               convert_from(core.unsealed(b.body, v_keys), 'UTF8'), l.hash, convert_from(core.unsealed(a.body, v_keys), 'UTF8'),
               c.no, c.item_version
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
            AND l.act IN ('apply', 'book', 'pre_review')
        LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;

CREATE OR REPLACE FUNCTION api.ledger_faults(p_district int) RETURNS TABLE (fault text, n bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_keys text[];
BEGIN
    IF NOT core.readable((core.whoami()).account, p_district) THEN
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    RETURN QUERY
    SELECT 'edited', l.n FROM core.ledger l
    LEFT JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
    WHERE l.district = p_district AND sha256(core.unsealed_if_sound(b.body, v_keys)) IS DISTINCT FROM l.body_digest
    UNION ALL
    SELECT 'edited', o.n FROM (
        SELECT l.n, a.body, CASE WHEN sha256(core.unsealed_if_sound(b.body, v_keys)) = l.body_digest
                                 THEN convert_from(core.unsealed_if_sound(b.body, v_keys), 'UTF8')::jsonb->'detail' END AS detail
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
        WHERE l.district = p_district AND l.act IN ('apply', 'book', 'pre_review')) o
    WHERE o.detail ? 'application'
      AND encode(sha256(core.unsealed_if_sound(o.body, v_keys)), 'hex') IS DISTINCT FROM o.detail->>'application'
    UNION ALL
    SELECT 'standing_changed', coalesce(e.n, 0) FROM core.permit_case c
    LEFT JOIN LATERAL (SELECT max(l.n) AS n, count(*) AS acts FROM core.ledger l
                       WHERE l.district = c.district AND l.case_id = c.id) e ON true
    LEFT JOIN core.ledger last ON last.district = c.district AND last.n = e.n
    WHERE c.district = p_district AND (last.state IS DISTINCT FROM c.state OR e.acts <> c.version)
    UNION ALL
    SELECT 'forged', l.n FROM core.ledger l
    WHERE l.district = p_district
      AND NOT EXISTS (SELECT FROM core.permit_case c WHERE c.district = l.district AND c.id = l.case_id)
    UNION ALL
    SELECT 'forged', d.n FROM core.decision d
    LEFT JOIN core.ledger l ON l.district = d.district AND l.n = d.n
    WHERE d.district = p_district
      AND (l.case_id IS DISTINCT FROM d.case_id OR l.actor IS DISTINCT FROM d.actor OR l.state IS DISTINCT FROM d.outcome);
END $$;

CREATE OR REPLACE FUNCTION api.read_application(p_district int, p_case uuid, p_purpose text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT core.readable(v_who.account, p_district) OR coalesce(btrim(p_purpose), '') = '' THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'read_application', coalesce(p_case::text, ''));
        RETURN NULL;
    END IF;
    PERFORM core.log_query(v_who.account, p_district, 'application', p_case, p_purpose);
    RETURN (SELECT convert_from(core.unsealed(a.body, core.seal_keys()), 'UTF8') FROM core.application a
            WHERE a.district = p_district AND a.case_id = p_case);
END $$;

CREATE OR REPLACE FUNCTION api.read_evidence(p_district int, p_case uuid, p_purpose text)
RETURNS TABLE (source text, record text, body text, answered_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_item text := (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case);
    v_keys text[];
BEGIN
    IF coalesce(btrim(p_purpose), '') = '' OR v_item IS NULL
       OR NOT (core.may(v_who.account, 'approver', p_district, v_item)
               OR core.may(v_who.account, 'supervisor', p_district, v_item)
               OR core.may(v_who.account, 'system', p_district, v_item)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'read_evidence', coalesce(p_case::text, ''));
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    PERFORM core.log_query(v_who.account, p_district, 'evidence', p_case, p_purpose);
    RETURN QUERY SELECT e.source, e.record, convert_from(core.unsealed(e.body, v_keys), 'UTF8'), e.answered_at
                 FROM core.evidence e WHERE e.district = p_district AND e.case_id = p_case;
END $$;

CREATE OR REPLACE FUNCTION api.put_evidence(p_district int, p_case uuid, p_source text, p_record text, p_body text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF v_who.kind IS DISTINCT FROM 'worker' OR length(p_body) > core.limit_('largest_act_bytes')
       OR NOT core.may(v_who.account, 'system', p_district,
                       (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'put_evidence', 'no_right');
        RETURN 'refused:no_right';
    END IF;
    INSERT INTO core.evidence (district, case_id, source, record, body, put_by)
    VALUES (p_district, p_case, p_source, p_record, core.sealed(convert_to(p_body, 'UTF8'), core.seal_keys()), v_who.account);
    RETURN 'kept';
END $$;

-- The messages of one application that can be carried out now, in their order.
CREATE OR REPLACE FUNCTION core.drain_inbox(p_head core.head, p_who core.account, p_channel text, p_external text)
RETURNS core.head LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_message core.inbox;
    v_act jsonb;
    v_answer core.answer;
    v_keys text[] := core.seal_keys();
    v_seq int := (SELECT coalesce(max(o.seq), 0) FROM core.inbox_outcome o WHERE o.district = p_head.district
                  AND o.channel = p_channel AND o.external_no = p_external);
BEGIN
    LOOP
        v_seq := v_seq + 1;
        SELECT * INTO v_message FROM core.inbox i WHERE i.district = p_head.district AND i.channel = p_channel
            AND i.external_no = p_external AND i.seq = v_seq;
        EXIT WHEN v_message.seq IS NULL;
        BEGIN
            v_act := core.inbox_act(p_head, p_channel, p_external,
                                    convert_from(core.unsealed(v_message.body, v_keys), 'UTF8')::jsonb);
            v_answer := CASE WHEN v_act IS NULL THEN core.answer_of('invalid:unknown_kind', NULL, p_head)
                        ELSE core.run_op(p_head, p_who, NULL, NULL, convert_to(v_act::text, 'UTF8')) END;
        EXCEPTION WHEN data_exception THEN
            v_answer := core.answer_of('invalid:bad_value', NULL, p_head);
        END;
        p_head := v_answer.head;
        INSERT INTO core.inbox_outcome (district, channel, external_no, seq, outcome, detail, case_id, n)
        VALUES (p_head.district, p_channel, p_external, v_seq, v_answer.outcome, v_answer.detail,
                CASE WHEN v_answer.n IS NOT NULL THEN (v_act->>'case')::uuid END, v_answer.n);
    END LOOP;
    RETURN p_head;
END $$;

CREATE OR REPLACE FUNCTION api.deliver(p_district int, p_external text, p_seq int, p_body text)
RETURNS TABLE (outcome text, detail text, case_id uuid, n bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s' AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_channel text := substr(v_who.account, 9);
    v_head core.head;
    v_before bigint;
    v_sha bytea := sha256(convert_to(coalesce(p_body, ''), 'UTF8'));
    v_old bytea;
BEGIN
    IF v_who.kind IS DISTINCT FROM 'channel' OR v_who.account NOT LIKE 'channel:%'
       OR NOT core.may(v_who.account, 'applicant', p_district, NULL)
       AND NOT EXISTS (SELECT FROM core.right_ r WHERE r.account = v_who.account AND r.district IN (p_district, 0)
                       AND r.until > clock_timestamp()) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'deliver', 'no_right');
        RETURN QUERY SELECT 'refused', 'no_right', NULL::uuid, NULL::bigint;
        RETURN;
    ELSIF p_body IS NULL OR length(p_body) > core.limit_('largest_act_bytes') OR p_seq IS NULL OR p_seq NOT BETWEEN 1 AND 10000
          OR coalesce(length(p_external), 0) NOT BETWEEN 1 AND 64 THEN
        RETURN QUERY SELECT 'invalid', 'bad_shape', NULL::uuid, NULL::bigint;
        RETURN;
    END IF;
    SELECT * INTO v_head FROM core.head h WHERE h.district = p_district FOR UPDATE;
    SELECT i.sha INTO v_old FROM core.inbox i WHERE i.district = p_district AND i.channel = v_channel
        AND i.external_no = p_external AND i.seq = p_seq;
    IF v_head.district IS NULL OR v_old <> v_sha THEN
        RETURN QUERY SELECT 'conflict', CASE WHEN v_old IS NULL THEN 'other_district' ELSE 'other_contents' END, NULL::uuid, NULL::bigint;
        RETURN;
    ELSIF v_old IS NULL THEN
        INSERT INTO core.inbox (district, channel, external_no, seq, body, sha)
        VALUES (p_district, v_channel, p_external, p_seq, core.sealed(convert_to(p_body, 'UTF8'), core.seal_keys()), v_sha);
        v_before := v_head.n + v_head.token + v_head.case_no;
        v_head := core.drain_inbox(v_head, v_who, v_channel, p_external);
        IF v_head.n + v_head.token + v_head.case_no <> v_before THEN
            UPDATE core.head h SET n = v_head.n, hash = v_head.hash, at = v_head.at, token = v_head.token,
                case_no = v_head.case_no, acceptance_no = v_head.acceptance_no
            WHERE h.district = p_district AND h.n + h.token + h.case_no = v_before;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'the district moved' USING ERRCODE = 'serialization_failure';
            END IF;
        END IF;
    END IF;
    RETURN QUERY SELECT coalesce(o.outcome, 'waiting'), coalesce(o.detail, ''), o.case_id, o.n
                 FROM core.inbox i LEFT JOIN core.inbox_outcome o USING (district, channel, external_no, seq)
                 WHERE i.district = p_district AND i.channel = v_channel AND i.external_no = p_external AND i.seq = p_seq;
END $$;

CREATE OR REPLACE FUNCTION stat.credit_of(p_id text, p_purpose text)
RETURNS TABLE (district int, item text, outcome text, automatic boolean, decided_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_marker bytea;
BEGIN
    IF coalesce(btrim(p_purpose), '') = '' OR coalesce(p_id, '') = '' THEN
        RAISE EXCEPTION 'a question names a person and a purpose' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    v_marker := core.marker(sha256(convert_to(p_id, 'UTF8')), core.seal_keys());
    PERFORM core.log_query(NULL, 0, 'credit of ' || encode(v_marker, 'hex'), NULL, p_purpose);
    RETURN QUERY
        SELECT d.district, c.item, d.outcome, d.automatic, to_timestamp(l.at / 1000.0)
        FROM core.application a
        JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        JOIN core.decision d ON d.district = a.district AND d.case_id = a.case_id
        JOIN core.ledger l ON l.district = d.district AND l.n = d.n
        WHERE a.parties[1] = v_marker
        ORDER BY l.at;
END $$;

CREATE OR REPLACE FUNCTION core.add_account(p_login name, p_account text, p_kind text, p_person bytea) RETURNS text
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
    INSERT INTO core.account AS a (login, account, kind, person_hash) VALUES (p_login, p_account, p_kind, core.marker(p_person, core.seal_keys()))
    ON CONFLICT (account) DO UPDATE SET is_active = true, person_hash = coalesce(excluded.person_hash, a.person_hash);
    INSERT INTO core.right_log (what, account, detail) VALUES ('account', p_account, format('%s as %s', p_login, p_kind));
    RETURN 'added';
END $$;

-- Says which file holds the keys, and seals with the newest of them what is not sealed with it: everything at first, and
-- everything again after a key was added. Called by the administrator; desktops wait meanwhile. Returns the rows.
CREATE FUNCTION core.seal_up(p_file text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_before text[] := core.seal_keys();
    v_keys text[] := crypto.read_keys(p_file);
    v_table text;
    v_rows bigint;
    v_sum bigint := 0;
BEGIN
    IF v_keys[1:cardinality(v_before)] <> v_before THEN
        RAISE EXCEPTION 'the file lacks keys that are in use' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM FROM core.head h ORDER BY h.district FOR UPDATE;
    LOCK TABLE core.evidence, core.account IN EXCLUSIVE MODE;
    PERFORM set_config('session_replication_role', 'replica', true);
    IF cardinality(v_before) = 0 THEN
        UPDATE core.application SET parties = ARRAY(SELECT core.marker(p.digest, v_keys)
            FROM unnest(parties) WITH ORDINALITY AS p (digest, place) ORDER BY p.place);
        UPDATE core.account SET person_hash = core.marker(person_hash, v_keys) WHERE person_hash IS NOT NULL;
    END IF;
    FOREACH v_table IN ARRAY ARRAY['application', 'ledger_body', 'evidence', 'op_body', 'inbox'] LOOP
        EXECUTE format('UPDATE core.%I SET body = core.sealed(core.unsealed(body, $1), $1) '
                       'WHERE get_byte(body, 0) <> cardinality($1)', v_table) USING v_keys;
        GET DIAGNOSTICS v_rows = ROW_COUNT;
        v_sum := v_sum + v_rows;
    END LOOP;
    PERFORM set_config('session_replication_role', 'origin', true);
    UPDATE core.setting SET value = p_file WHERE key = 'seal_key_file';
    INSERT INTO core.right_log (what, account, detail)
    VALUES ('sealed', '', format('%s rows with key %s', v_sum, cardinality(v_keys)));
    RETURN v_sum;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core, api, stat FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA core FROM PUBLIC;
GRANT SELECT ON stat.decisions, stat.acts TO tongban_statistics;

RESET ROLE;
