-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- For other systems: what the unified acceptance platform and the city's app hand in, what they are told of their cases, and
-- figures without personal data. A platform is an account of kind 'channel' named after its channel
-- ('channel:unified_platform'); it speaks SQL, its messages are JSON (resources/schema/inbox.schema.json).

SET ROLE tongban_owner;

-- Messages as they came. For each application of a channel they are numbered 1, 2, 3, ...; one that comes too early waits for
-- those before it, one that comes again has the same answer.
CREATE TABLE core.inbox (
    district    int NOT NULL REFERENCES core.head (district),
    channel     text NOT NULL,
    external_no text NOT NULL CHECK (length(external_no) BETWEEN 1 AND 64),
    seq         int NOT NULL CHECK (seq BETWEEN 1 AND 10000),
    body        text NOT NULL,
    sha         bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (district, channel, external_no, seq)
);

CREATE TABLE core.inbox_outcome (
    district    int NOT NULL,
    channel     text NOT NULL,
    external_no text NOT NULL,
    seq         int NOT NULL,
    outcome     text NOT NULL,
    detail      text NOT NULL,
    case_id     uuid,
    n           bigint,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (district, channel, external_no, seq)
);

-- What a platform has to be told, at the place of the act that made it so.
CREATE TABLE core.status_ledger (
    district    int NOT NULL,
    n           bigint NOT NULL,
    channel     text NOT NULL,
    external_no text NOT NULL,
    case_id     uuid NOT NULL,
    state       text NOT NULL,
    at          bigint NOT NULL,
    PRIMARY KEY (district, n)
);

CREATE TABLE core.status_ack (
    district int NOT NULL,
    n        bigint NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (district, n)
);

-- Our states in the platform's words.
CREATE TABLE core.state_code (
    state text PRIMARY KEY,
    code  text NOT NULL,
    zh    text NOT NULL
);
INSERT INTO core.state_code VALUES
    ('booked', 'BOOKED', '已预约'), ('pre_review', 'PRE_REVIEW', '预审中'), ('applied', 'RECEIVED', '已收件'),
    ('accepted', 'ACCEPTED', '已受理'), ('supplement_pending', 'SUPPLEMENT', '待补正'),
    ('evidence_pending', 'REVIEWING', '审查中'), ('referred', 'REVIEWING', '审查中'),
    ('second_signature', 'REVIEWING', '审查中'), ('suspended', 'SUSPENDED', '中止计时'),
    ('granted', 'GRANTED', '准予许可'), ('refused', 'REFUSED', '不予许可'), ('declined', 'DECLINED', '不予受理'),
    ('delivering', 'DELIVERING', '寄送中'), ('delivery_returned', 'DELIVERING', '寄送中'), ('closed', 'CLOSED', '已办结'),
    ('withdrawn', 'WITHDRAWN', '已撤回'), ('revoked', 'REVOKED', '已撤销');

-- As before, and the status for the platform whose case it is: only when the state is another one.
CREATE OR REPLACE FUNCTION core.append_event(p_head core.head, p_event core.ledger, p_body text) RETURNS core.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    p_head.n := p_head.n + 1;
    p_event.n := p_head.n;
    p_event.body_digest := sha256(convert_to(p_body, 'UTF8'));
    p_head.hash := sha256(p_head.hash || int8send(p_head.n) || core.event_digest(p_event));
    p_event.hash := p_head.hash;
    INSERT INTO core.ledger VALUES (p_event.*);
    INSERT INTO core.ledger_body VALUES (p_event.district, p_event.n, p_body);
    INSERT INTO core.status_ledger (district, n, channel, external_no, case_id, state, at)
    SELECT p_event.district, p_event.n, c.channel, c.external_no, c.id, p_event.state, p_event.at
    FROM core.permit_case c
    WHERE c.district = p_event.district AND c.id = p_event.case_id AND c.state <> p_event.state
      AND c.channel NOT IN ('window', 'district_hall', '') AND c.external_no <> '';
    RETURN p_head;
END $$;

-- One message as an act of the applicant. Runs below api.deliver, which holds the district's head.
CREATE FUNCTION core.inbox_act(p_head core.head, p_channel text, p_external text, p_body jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.permit_case;
    v_item core.item;
BEGIN
    SELECT * INTO v_case FROM core.permit_case c
    WHERE c.district = p_head.district AND c.channel = p_channel AND c.external_no = p_external;
    IF p_body->>'kind' = 'apply' THEN
        SELECT * INTO v_item FROM core.item i WHERE i.item = p_body->'application'->>'item' AND i.effective_from <= core.today()
            AND (i.effective_to IS NULL OR i.effective_to >= core.today()) ORDER BY i.version DESC LIMIT 1;
        RETURN jsonb_build_object('kind', 'act', 'act', 'apply', 'role', 'applicant',
            'case', coalesce(v_case.id, md5(p_channel || ' ' || p_external)::uuid),
            'item', p_body->'application'->>'item', 'item_version', v_item.version,
            'application', core.canonical(p_body->'application'));
    ELSIF p_body->>'kind' IN ('supplement', 'withdraw', 'request_human') THEN
        RETURN jsonb_build_object('kind', 'act', 'act', p_body->>'kind', 'role', 'applicant', 'case', v_case.id,
            'version', v_case.version, 'reason', coalesce(p_body->>'reason', ''),
            'say', jsonb_strip_nulls(jsonb_build_object('materials', p_body->'materials',
                   'detail', CASE WHEN p_body ? 'fields' THEN jsonb_build_object('fields', p_body->'fields') END)));
    END IF;
    RETURN NULL;
END $$;

-- The messages of one application that can be carried out now, in their order.
CREATE FUNCTION core.drain_inbox(p_head core.head, p_who core.account, p_channel text, p_external text) RETURNS core.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_message core.inbox;
    v_act jsonb;
    v_answer core.answer;
    v_seq int := (SELECT coalesce(max(o.seq), 0) FROM core.inbox_outcome o WHERE o.district = p_head.district
                  AND o.channel = p_channel AND o.external_no = p_external);
BEGIN
    LOOP
        v_seq := v_seq + 1;
        SELECT * INTO v_message FROM core.inbox i WHERE i.district = p_head.district AND i.channel = p_channel
            AND i.external_no = p_external AND i.seq = v_seq;
        EXIT WHEN v_message.seq IS NULL;
        BEGIN
            v_act := core.inbox_act(p_head, p_channel, p_external, v_message.body::jsonb);
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

-- Hands a message in. Answers: applied (n = its place in the record), waiting (those before it are missing), conflict,
-- refused, invalid; 'conflict:other_contents' when the number came before with something else. May be repeated for ever.
CREATE FUNCTION api.deliver(p_district int, p_external text, p_seq int, p_body text)
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
        VALUES (p_district, v_channel, p_external, p_seq, p_body, v_sha);
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

-- What the caller's platform has not acknowledged, oldest first in each district; at least once, in the district's order.
CREATE FUNCTION api.statuses(p_limit int)
RETURNS TABLE (district int, n bigint, external_no text, state text, code text, zh text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.district, s.n, s.external_no, s.state, m.code, m.zh, to_timestamp(s.at / 1000.0)
    FROM core.status_ledger s LEFT JOIN core.state_code m ON m.state = s.state
    WHERE s.channel = substr((core.whoami()).account, 9) AND (core.whoami()).kind = 'channel'
      AND NOT EXISTS (SELECT FROM core.status_ack a WHERE a.district = s.district AND a.n = s.n)
    ORDER BY s.district, s.n LIMIT least(greatest(p_limit, 0), 1000)
$$;

-- The platform has it. May be repeated; false = not one of this platform's.
CREATE FUNCTION api.acknowledge(p_district int, p_n bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF v_who.kind IS DISTINCT FROM 'channel' OR NOT EXISTS (
        SELECT FROM core.status_ledger s WHERE s.district = p_district AND s.n = p_n AND s.channel = substr(v_who.account, 9)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'acknowledge', coalesce(p_n::text, ''));
        RETURN false;
    END IF;
    INSERT INTO core.status_ack (district, n) VALUES (p_district, p_n) ON CONFLICT DO NOTHING;
    RETURN true;
END $$;

DO $$
DECLARE
    history text;
BEGIN
    FOREACH history IN ARRAY ARRAY['inbox', 'inbox_outcome', 'status_ledger', 'status_ack'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', history);
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON core.%I FROM tongban_owner', history);
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', history);
    END LOOP;
END $$;
ALTER TABLE core.state_code ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core, api FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.deliver(int, text, int, text), api.statuses(int), api.acknowledge(int, bigint) TO tongban_staff;

RESET ROLE;

-- Figures for others: a group that reads these views and nothing else. `GRANT tongban_statistics TO somebody`.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tongban_statistics') THEN
        CREATE ROLE tongban_statistics NOLOGIN;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO tongban_statistics', current_database());
END $$;
CREATE SCHEMA stat AUTHORIZATION tongban_owner;
SET ROLE tongban_owner;

CREATE VIEW stat.cases AS
    SELECT district, item, channel, state, count(*) AS cases FROM core.permit_case GROUP BY district, item, channel, state;

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

-- How the applications of one person or enterprise were decided, by the identity number; each question is written down.
CREATE FUNCTION stat.credit_of(p_id text, p_purpose text)
RETURNS TABLE (district int, item text, outcome text, automatic boolean, decided_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(btrim(p_purpose), '') = '' OR coalesce(p_id, '') = '' THEN
        RAISE EXCEPTION 'a question names a person and a purpose' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM core.log_query(NULL, 0, 'credit of ' || encode(sha256(convert_to(p_id, 'UTF8')), 'hex'), NULL, p_purpose);
    RETURN QUERY
        SELECT d.district, c.item, d.outcome, d.automatic, to_timestamp(l.at / 1000.0)
        FROM core.application a
        JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        JOIN core.decision d ON d.district = a.district AND d.case_id = a.case_id
        JOIN core.ledger l ON l.district = d.district AND l.n = d.n
        WHERE a.parties[1] = sha256(convert_to(p_id, 'UTF8'))
        ORDER BY l.at;
END $$;
CREATE INDEX application_applicant ON core.application ((parties[1]));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA stat FROM PUBLIC;
GRANT USAGE ON SCHEMA stat TO tongban_statistics;
GRANT SELECT ON stat.cases, stat.decisions, stat.acts TO tongban_statistics;
GRANT EXECUTE ON FUNCTION stat.credit_of(text, text) TO tongban_statistics;

RESET ROLE;
