-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What every act of a call did anew is done once for the call: the keys are read, the other years are looked at, and commands
-- that were told before are looked up. Judgement, ledger, digests and answers stay what they were, byte for byte.

SET ROLE tongban_owner;

-- Canonical JSON as before. What is no object, array or number is written by PostgreSQL as wanted: a call for each string of an
-- application was a tenth of an act.
CREATE OR REPLACE FUNCTION core.canonical(p_value jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE jsonb_typeof(p_value)
    WHEN 'object' THEN
        RETURN '{' || coalesce((SELECT string_agg(to_json(e.key)::text || ':'
                                                  || CASE WHEN jsonb_typeof(e.value) IN ('object', 'array', 'number')
                                                          THEN core.canonical(e.value) ELSE e.value::text END,
                                                  ',' ORDER BY e.key COLLATE "C")
                                FROM jsonb_each(p_value) e), '') || '}';
    WHEN 'array' THEN
        RETURN '[' || coalesce((SELECT string_agg(core.canonical(e.value), ',' ORDER BY e.ordinality)
                                FROM jsonb_array_elements(p_value) WITH ORDINALITY e), '') || ']';
    WHEN 'number' THEN
        IF p_value::text !~ '^-?[0-9]{1,18}([.][0-9]{1,12})?$' THEN
            RAISE EXCEPTION 'a number of that size is not kept' USING ERRCODE = 'invalid_parameter_value';
        END IF;
        RETURN p_value::text;
    ELSE
        RETURN p_value::text;
    END CASE;
END $$;

-- The district's end, locked. The key of the ledger guards a place inside its year; that no other year holds a place beyond the
-- end is looked at here, once for all the places this transaction will draw.
CREATE FUNCTION core.lock_head(p_district int) RETURNS core.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_head core.head;
BEGIN
    SELECT * INTO v_head FROM core.head h WHERE h.district = p_district FOR UPDATE;
    IF EXISTS (SELECT FROM core.ledger l WHERE l.district = v_head.district AND l.n > v_head.n) THEN
        RAISE EXCEPTION 'the district moved' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN v_head;
END $$;

DROP FUNCTION core.run_op(core.head, core.account, uuid, uuid, bytea), core.do_act(core.head, core.account, uuid, jsonb),
    core.open_case(core.head, core.account, jsonb, jsonb, core.item),
    core.carry_out(core.head, core.account, jsonb, core.act_rule, core.workflow, core.permit_case, core.item, text, text),
    core.append_event(core.head, core.ledger, text),
    core.keep_op(int, core.account, uuid, uuid, bigint, bytea, bytea, core.answer);

-- Extends the district's chain by one event and returns the new end. The head is one of lock_head().
CREATE FUNCTION core.append_event(p_head core.head, p_event core.ledger, p_body text, p_keys text[]) RETURNS core.head
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
    INSERT INTO core.ledger VALUES (p_event.*);
    INSERT INTO core.ledger_body VALUES (p_event.district, p_event.n, core.sealed(v_body, p_keys), p_event.year);
    RETURN p_head;
END $$;

-- An act that nothing speaks against; and the status for the platform whose case it is, only when the state is another one.
CREATE FUNCTION core.carry_out(p_head core.head, p_who core.account, p_act jsonb, p_rule core.act_rule,
                               p_move core.workflow, p_case core.permit_case, p_item core.item, p_reason text, p_basis text,
                               p_keys text[])
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
    p_head := core.append_event(p_head, v_event, v_body, p_keys);
    IF p_case.state <> v_case.state AND v_case.channel NOT IN ('window', 'district_hall', '') AND v_case.external_no <> '' THEN
        INSERT INTO core.status_ledger (district, n, channel, external_no, case_id, state, at)
        VALUES (p_head.district, p_head.n, v_case.channel, v_case.external_no, v_case.id, v_case.state, p_head.at);
    END IF;
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
CREATE FUNCTION core.open_case(INOUT p_head core.head, p_who core.account, p_act jsonb, p_application jsonb,
                               p_item core.item, p_keys text[], OUT p_case core.permit_case)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    p_head.case_no := p_head.case_no + 1;
    p_head.at := greatest(p_head.at, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    INSERT INTO core.permit_case (district, id, no, item, item_version, channel, external_no, taken_in_by, state)
    VALUES (p_head.district, (p_act->>'case')::uuid, p_head.case_no, p_item.item, p_item.version,
            coalesce(p_application->>'channel', ''), coalesce(p_application->>'external_no', ''), p_who.account, '-')
    RETURNING * INTO p_case;
    INSERT INTO core.application (district, case_id, parties, body, year)
    VALUES (p_head.district, p_case.id,
            ARRAY[core.marker(sha256(convert_to(p_application->'applicant'->>'id', 'UTF8')), p_keys),
                  core.marker(sha256(convert_to(coalesce(p_application->'agent'->>'id', ''), 'UTF8')), p_keys)],
            core.sealed(convert_to(p_act->>'application', 'UTF8'), p_keys), core.year_at(p_head.at));
END $$;

CREATE FUNCTION core.do_act(p_head core.head, p_who core.account, p_device uuid, p_act jsonb, p_keys text[]) RETURNS core.answer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.permit_case;
    v_item core.item;
    v_rule core.act_rule;
    v_move core.workflow;
    v_application jsonb;
    v_opened record;
    v_verdict text := core.shape_problem(p_act);
    v_reason text := coalesce(btrim(p_act->>'reason'), '');
    v_basis text := coalesce(btrim(p_act->>'basis'), '');
BEGIN
    SELECT * INTO v_rule FROM core.act_rule r WHERE r.act = p_act->>'act';
    SELECT * INTO v_case FROM core.permit_case c WHERE c.district = p_head.district AND c.id = (p_act->>'case')::uuid;
    IF v_verdict IS NOT NULL OR v_rule.act IS NULL OR p_act->>'case' IS NULL THEN
        RETURN core.answer_of(coalesce(v_verdict, 'invalid:unknown_act'), NULL, p_head);
    ELSIF NOT core.may(p_who.account, p_act->>'role', p_head.district, coalesce(v_case.item, p_act->>'item')) THEN
        RETURN core.answer_of('refused:no_right', NULL, p_head);
    END IF;
    SELECT * INTO v_move FROM core.workflow w
    WHERE w.from_state = coalesce(v_case.state, '-') AND w.act = v_rule.act AND w.role = p_act->>'role';
    IF v_move.act IS NULL THEN
        SELECT CASE WHEN EXISTS (SELECT FROM core.workflow w WHERE w.from_state = coalesce(v_case.state, '-')
                                 AND w.act = v_rule.act) THEN 'refused:role_may_not'
                    WHEN v_case.id IS NULL THEN 'conflict:no_such_case'
                    WHEN v_rule.decides IS NOT NULL AND v_case.outcome IS NOT NULL THEN 'conflict:already_decided'
                    ELSE 'conflict:undefined_here' END INTO v_verdict;
        RETURN core.answer_of(v_verdict, v_case.version, p_head);
    ELSIF v_case.id IS NOT NULL AND v_case.version IS DISTINCT FROM (p_act->>'version')::bigint THEN
        RETURN core.answer_of('conflict:version_changed', v_case.version, p_head);
    END IF;
    SELECT * INTO v_item FROM core.item i WHERE i.item = coalesce(v_case.item, p_act->>'item')
        AND i.version = coalesce(v_case.item_version, (p_act->>'item_version')::int);
    IF v_case.id IS NULL THEN
        v_application := (p_act->>'application')::jsonb;
        v_verdict := core.opening_problem(p_head, p_who, p_act, v_application, v_item);
        IF v_verdict IS NOT NULL THEN
            RETURN core.answer_of(v_verdict, NULL, p_head);
        END IF;
        SELECT * INTO v_opened FROM core.open_case(p_head, p_who, p_act, v_application, v_item, p_keys);
        p_head := v_opened.p_head;
        v_case := v_opened.p_case;
    END IF;
    v_verdict := core.judge(p_who, p_device, p_act, v_rule, v_move, v_case, v_item);
    IF v_verdict IS NOT NULL THEN
        IF v_case.version = 0 THEN
            -- Takes the case just opened away again: the caller undoes everything since its savepoint.
            RAISE EXCEPTION USING ERRCODE = 'TB001', MESSAGE = v_verdict;
        END IF;
        RETURN core.answer_of(v_verdict, v_case.version, p_head);
    END IF;
    p_head.at := greatest(p_head.at, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    p_head.acceptance_no := p_head.acceptance_no + v_rule.accepts::int;
    RETURN core.carry_out(p_head, p_who, p_act, v_rule, v_move, v_case, v_item, v_reason, v_basis, p_keys);
END $$;

-- Runs one command below a savepoint: an act that breaks harms only itself. Errors that say "later" (locks,
-- resources, shutdown) are no outcome and end the whole call.
CREATE FUNCTION core.run_op(p_head core.head, p_who core.account, p_device uuid, p_op uuid, p_body bytea,
                            p_keys text[])
RETURNS core.answer LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_act jsonb;
    v_constraint text;
BEGIN
    IF p_body IS NULL OR length(p_body) > core.limit_('largest_act_bytes') THEN
        RETURN core.answer_of('invalid:too_large', NULL, p_head);
    END IF;
    v_act := convert_from(p_body, 'UTF8')::jsonb;
    IF jsonb_typeof(v_act) <> 'object' THEN
        RETURN core.answer_of('invalid:bad_shape', NULL, p_head);
    END IF;
    CASE v_act->>'kind'
    WHEN 'act' THEN
        RETURN core.do_act(p_head, p_who, p_device, v_act, p_keys);
    WHEN 'claim', 'release', 'seize' THEN
        RETURN core.do_claim(p_head, p_who, p_device, v_act);
    ELSE
        RETURN core.answer_of('invalid:unknown_kind', NULL, p_head);
    END CASE;
EXCEPTION
    WHEN SQLSTATE 'TB001' THEN
        RETURN core.answer_of(SQLERRM, NULL, p_head);
    WHEN unique_violation THEN
        GET STACKED DIAGNOSTICS v_constraint = CONSTRAINT_NAME;
        RETURN core.answer_of(CASE v_constraint WHEN 'decision_pkey' THEN 'conflict:already_decided'
                              WHEN 'permit_case_external' THEN 'conflict:exists' ELSE 'quarantined:' || v_constraint END, NULL, p_head);
    WHEN data_exception THEN
        RETURN core.answer_of('invalid:bad_value', NULL, p_head);
    WHEN integrity_constraint_violation OR syntax_error_or_access_rule_violation OR raise_exception
         OR program_limit_exceeded THEN
        RAISE LOG 'tongban could not run op % of %: % (%)', p_op, p_who.account, SQLERRM, SQLSTATE;
        RETURN core.answer_of('quarantined:' || SQLSTATE, NULL, p_head);
END $$;

-- Writes a command's outcome down, and what was refused into the log of refusals.
CREATE FUNCTION core.keep_op(p_district int, p_who core.account, p_device uuid, p_op uuid, p_seq bigint, p_body bytea,
                             p_sha bytea, p_answer core.answer, p_keys text[])
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.op (district, op, device, seq, account, kind, case_id, sha, outcome, detail, n, version, token)
    SELECT p_district, p_op, p_device, p_seq, p_who.account,
           CASE WHEN p_answer.n IS NOT NULL THEN 'act' WHEN p_answer.token IS NOT NULL THEN 'claim' ELSE '' END,
           (SELECT l.case_id FROM core.ledger l
            WHERE l.district = p_district AND l.n = p_answer.n AND l.year = core.year_at((p_answer.head).at)),
           p_sha, p_answer.outcome, p_answer.detail, p_answer.n, p_answer.version, p_answer.token;
    IF p_answer.outcome <> 'applied' AND length(p_body) <= core.limit_('largest_act_bytes') THEN
        INSERT INTO core.op_body (district, op, body) VALUES (p_district, p_op, core.sealed(p_body, p_keys));
    END IF;
    IF p_answer.outcome IN ('refused', 'invalid', 'quarantined') THEN
        PERFORM core.log_refusal(p_who.account, p_district, p_answer.outcome, p_answer.detail || ' ' || p_op);
    END IF;
END $$;

-- Answers for each op: applied, conflict, refused, invalid and quarantined are final and stored; expected
-- (detail = the number wanted), key_reuse, device_fork and denied are not. Stops at the first number out of order.
CREATE OR REPLACE FUNCTION api.push(p_district int, p_device uuid, p_ops uuid[], p_seqs bigint[], p_acts bytea[])
RETURNS TABLE (op uuid, outcome text, detail text, n bigint, version bigint, token bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s' AS $$
#variable_conflict use_column
DECLARE
    v_head core.head;
    v_who core.account := core.whoami();
    v_before bigint;
    v_seq bigint;
    v_old core.op;
    v_told uuid[];
    v_keys text[];
    v_answer core.answer;
    v_sha bytea;
    v_problem text := core.push_problem(v_who, p_district, p_device, p_ops, p_seqs, p_acts);
BEGIN
    IF v_problem IS NULL THEN
        v_head := core.lock_head(p_district);
    END IF;
    IF v_head.district IS NULL THEN
        IF v_problem = 'too_many_refusals' THEN
            RAISE LOG 'tongban refused % in district %: too many refusals', session_user, p_district;
        ELSE
            PERFORM core.log_refusal(v_who.account, p_district, 'push', coalesce(v_problem, 'other_district'));
        END IF;
        RETURN QUERY SELECT NULL::uuid, 'denied', coalesce(v_problem, 'other_district'), NULL::bigint, NULL::bigint, NULL::bigint;
        RETURN;
    END IF;
    v_before := v_head.n + v_head.token + v_head.case_no;
    SELECT d.seq INTO v_seq FROM core.device_head d WHERE d.district = p_district AND d.device = p_device;
    v_seq := coalesce(v_seq, 0);
    v_told := ARRAY(SELECT o.op FROM core.op o WHERE o.district = p_district AND o.op = ANY (p_ops));
    FOR i IN 1 .. coalesce(cardinality(p_ops), 0) LOOP
        op := p_ops[i]; n := NULL; version := NULL; token := NULL;
        v_sha := sha256(coalesce(p_acts[i], ''));
        IF p_ops[i] = ANY (v_told) THEN
            SELECT * INTO v_old FROM core.op o WHERE o.district = p_district AND o.op = p_ops[i];
            outcome := v_old.outcome; detail := v_old.detail; n := v_old.n; version := v_old.version; token := v_old.token;
            IF v_old.sha <> v_sha OR v_old.account <> v_who.account THEN
                outcome := 'key_reuse'; detail := ''; n := NULL; version := NULL; token := NULL;
                PERFORM core.log_refusal(v_who.account, p_district, 'key_reuse', p_ops[i]::text);
            END IF;
            RETURN NEXT;
            CONTINUE;
        ELSIF p_seqs[i] > v_seq + 1 THEN
            outcome := 'expected'; detail := (v_seq + 1)::text;
            RETURN NEXT;
            EXIT;
        ELSIF p_seqs[i] <= v_seq THEN
            outcome := 'device_fork'; detail := (v_seq + 1)::text;
            PERFORM core.log_refusal(v_who.account, p_district, 'device_fork', p_device::text);
            RETURN NEXT;
            EXIT;
        END IF;
        v_keys := coalesce(v_keys, core.seal_keys());
        v_answer := core.run_op(v_head, v_who, p_device, p_ops[i], p_acts[i], v_keys);
        v_head := v_answer.head;
        v_seq := v_seq + 1;
        PERFORM core.keep_op(v_head.district, v_who, p_device, p_ops[i], v_seq, p_acts[i], v_sha, v_answer, v_keys);
        v_told := v_told || p_ops[i];
        outcome := v_answer.outcome; detail := v_answer.detail; n := v_answer.n;
        version := v_answer.version; token := v_answer.token;
        RETURN NEXT;
    END LOOP;
    PERFORM core.store_heads(v_head, v_before, p_device, v_seq);
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
                        ELSE core.run_op(p_head, p_who, NULL, NULL, convert_to(v_act::text, 'UTF8'), v_keys) END;
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
    v_head := core.lock_head(p_district);
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

-- The rows of a page stay in memory: what a tuple store writes out would be plain text on the server's disk. What is sealed with
-- the newest key, nearly all, is opened without a call in between; and a page is small, so that workers for it cost more than
-- they do. That the bodies, too, begin after the place looks needless and is not: they would be read from the district's first
-- act on for every page.
CREATE OR REPLACE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text, case_no bigint, item_version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_keys text[];
    v_last int;
    v_key bytea;
BEGIN
    IF NOT core.readable(v_who.account, p_district) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'pull', 'no_right');
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    v_last := nullif(cardinality(v_keys), 0);
    v_key := decode(v_keys[v_last], 'hex');
    PERFORM core.log_query(v_who.account, p_district, 'pull after ' || p_after, NULL, 'sync');
    RETURN QUERY
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis,
               convert_from(CASE WHEN length(b.body) > 17 AND get_byte(b.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(b.body, 18), v_key, substr(b.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(b.body, v_keys) END, 'UTF8'),
               l.hash,
               convert_from(CASE WHEN length(a.body) > 17 AND get_byte(a.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(a.body, 18), v_key, substr(a.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(a.body, v_keys) END, 'UTF8'),
               c.no, c.item_version
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year AND b.n > p_after
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
            AND l.act IN ('apply', 'book', 'pre_review')
        LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;

RESET ROLE;
