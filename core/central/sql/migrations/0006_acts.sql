-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One act to one case: judged, carried out, written into the chain. Runs below api.push, which holds the
-- district's head. What a client says is read here and nowhere believed: state, version, time, actor, number,
-- pinned rules, power and the text of the event's body are made by the centre.

SET ROLE tongban_owner;

CREATE TYPE core.answer AS (
    outcome text,
    detail  text,
    n       bigint,
    version bigint,
    token   bigint,
    head    core.head
);

CREATE FUNCTION core.answer_of(p_verdict text, p_version bigint, p_head core.head) RETURNS core.answer
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ROW(split_part(p_verdict, ':', 1), split_part(p_verdict, ':', 2), NULL, p_version, NULL, p_head)::core.answer;
END $$;

-- What only the centre writes into a body. A client that sends one of these wants to be believed.
CREATE FUNCTION core.shape_problem(p_act jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN jsonb_typeof(coalesce(p_act->'say', '{}')) <> 'object' THEN 'invalid:bad_shape'
        WHEN p_act->'say' ?| ARRAY['acceptance_no', 'advice_against', 'document', 'pinned_model', 'power_entry',
                                   'proposer', 'signer', 'signer_role', 'standing', 'actor', 'organisation'] THEN 'invalid:reserved'
        WHEN p_act->'say'->'detail' ?| ARRAY['application', 'capsule', 'model'] THEN 'invalid:reserved'
    END;
END $$;

-- The claims of a new case against the catalogue. A version that has ended serves for as long as a desktop
-- may have been without the centre.
CREATE FUNCTION core.opening_problem(p_head core.head, p_who core.account, p_act jsonb, p_application jsonb, p_item core.item)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_grace int := core.limit_('offline_days');
BEGIN
    IF p_application IS NULL OR core.canonical(p_application) IS DISTINCT FROM p_act->>'application' THEN
        RETURN 'invalid:application_missing';
    ELSIF p_application->>'district' IS DISTINCT FROM p_head.district::text
          OR p_application->>'item' IS DISTINCT FROM p_act->>'item'
          OR coalesce(p_application->'applicant'->>'id', '') = '' THEN
        RETURN 'invalid:application_differs';
    ELSIF p_item.item IS NULL THEN
        RETURN 'invalid:unknown_item';
    ELSIF p_item.effective_from > core.today() OR p_item.effective_to < core.today() - v_grace
          OR p_item.closed_since <= core.today() - v_grace THEN
        RETURN 'refused:item_cancelled';
    ELSIF (p_who.kind = 'channel' AND p_application->>'channel' IS DISTINCT FROM substr(p_who.account, 9))
          OR (p_who.kind = 'person' AND coalesce(p_application->>'channel', '') NOT IN ('window', 'district_hall')) THEN
        -- Whoever could speak for a channel could take its numbers away before its applications arrive.
        RETURN 'refused:other_channel';
    END IF;
    RETURN NULL;
END $$;

-- Inserts the case that an act opens and returns it at version 0.
CREATE FUNCTION core.open_case(INOUT p_head core.head, p_who core.account, p_act jsonb, p_application jsonb,
                               p_item core.item, OUT p_case core.permit_case)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    p_head.case_no := p_head.case_no + 1;
    INSERT INTO core.permit_case (district, id, no, item, item_version, channel, external_no, taken_in_by, state)
    VALUES (p_head.district, (p_act->>'case')::uuid, p_head.case_no, p_item.item, p_item.version,
            coalesce(p_application->>'channel', ''), coalesce(p_application->>'external_no', ''), p_who.account, '-')
    RETURNING * INTO p_case;
    INSERT INTO core.application (district, case_id, parties, body)
    VALUES (p_head.district, p_case.id,
            ARRAY[sha256(convert_to(p_application->'applicant'->>'id', 'UTF8')),
                  sha256(convert_to(coalesce(p_application->'agent'->>'id', ''), 'UTF8'))],
            p_act->>'application');
END $$;

-- Every reason against an act to a case that is there (or was just opened), in the order a person would ask.
CREATE FUNCTION core.judge(p_who core.account, p_device uuid, p_act jsonb, p_rule core.act_rule, p_move core.workflow,
                           p_case core.permit_case, p_item core.item)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_is_program boolean := p_act->>'role' = 'system';
    v_verdict text;
BEGIN
    v_verdict := coalesce(core.text_problem(p_act), core.need_problem(p_move, p_case, p_who.account, p_act));
    IF v_verdict IS NULL AND p_rule.needs_acceptance AND p_case.acceptance_no = 0 THEN
        v_verdict := 'conflict:not_accepted';
    ELSIF v_verdict IS NULL AND p_case.acceptance_no > 0
          AND (p_rule.accepts OR p_rule.act IN ('decline', 'give_notice')) THEN
        v_verdict := 'conflict:already_accepted';
    ELSIF v_verdict IS NULL AND p_rule.act = 'request_human' AND p_case.outcome IS NOT NULL
          AND NOT (p_case.is_automatic AND p_case.outcome = 'refused') THEN
        v_verdict := 'conflict:not_automatic';
    ELSIF v_verdict IS NULL AND p_rule.act = 'revoke' AND p_case.outcome IS DISTINCT FROM 'granted' THEN
        v_verdict := 'conflict:not_granted';
    END IF;
    IF v_verdict IS NULL AND p_rule.claim THEN
        v_verdict := core.claim_problem(p_case, p_who.account, p_device, v_is_program, (p_act->>'token')::bigint);
    END IF;
    IF v_verdict IS NULL AND v_is_program THEN
        v_verdict := core.program_problem(p_rule, p_case, p_item, p_act);
    ELSIF v_verdict IS NULL THEN
        v_verdict := core.person_problem(p_rule, p_case, p_item, p_who, p_act);
    END IF;
    IF v_verdict IS NULL AND p_move.needs_signer THEN
        v_verdict := core.signer_problem(p_case, p_who.account, p_act, CASE p_rule.act
            WHEN 'revoke' THEN ARRAY['supervisor', 'approver'] ELSE ARRAY['supervisor'] END);
    END IF;
    RETURN v_verdict;
END $$;

-- Where the workflow leads, as permit::apply() moves: what was accepted while it waited does not go back to
-- waiting for acceptance.
CREATE FUNCTION core.move_case(p_case core.permit_case, p_move core.workflow) RETURNS core.permit_case
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_depth int := cardinality(p_case.waiting_from);
    v_before text := p_case.state;
BEGIN
    IF p_move.to_kind = 'back' THEN
        p_case.state := coalesce(p_case.waiting_from[v_depth], 'referred');
        p_case.waiting_from := p_case.waiting_from[1:v_depth - 1];
    ELSIF p_move.to_kind = 'state' THEN
        p_case.waiting_from := CASE WHEN p_move.to_state IN ('evidence_pending', 'suspended')
                               THEN p_case.waiting_from || v_before ELSE '{}' END;
        p_case.state := p_move.to_state;
    END IF;
    IF p_case.acceptance_no > 0 THEN
        p_case.waiting_from := array_replace(p_case.waiting_from, 'applied', 'accepted');
        IF p_move.to_kind = 'back' AND p_case.state = 'applied' THEN
            p_case.state := 'accepted';
        END IF;
    END IF;
    RETURN p_case;
END $$;

-- The case after the act. The head is the one the act is written under.
CREATE FUNCTION core.change_case(p_case core.permit_case, p_head core.head, p_who core.account, p_act jsonb,
                                 p_rule core.act_rule, p_move core.workflow, p_item core.item)
RETURNS core.permit_case LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_is_program boolean := p_act->>'role' = 'system';
BEGIN
    -- Who prints a paper has no hand in the decision.
    IF p_act->>'role' IN ('clerk', 'approver', 'supervisor', 'administrator') AND p_rule.act <> 'issue_paper'
       AND p_case.acceptance_no > 0 AND p_case.outcome IS NULL THEN
        p_case.touched_by_human := true;
    END IF;
    IF p_rule.accepts THEN
        p_case.acceptance_no := p_head.acceptance_no;
        p_case.pinned_model := (SELECT m.digest FROM core.published_model m
                                WHERE m.rule_set = p_item.rule_set AND m.confirmed_at IS NOT NULL
                                  AND m.withdrawn_at IS NULL AND m.effective_from <= core.today()
                                ORDER BY m.effective_from DESC, m.version DESC LIMIT 1);
    END IF;
    IF p_rule.decides IS NOT NULL THEN
        p_case.outcome := p_rule.decides;
        p_case.is_automatic := v_is_program;
    END IF;
    CASE p_rule.act
    WHEN 'refer' THEN
        p_case.rules_asked := p_case.rules_asked OR (v_is_program AND p_item.rule_set <> '');
        p_case.advice_against := p_case.advice_against OR coalesce((p_act->>'advice_against')::boolean, false);
    WHEN 'request_human' THEN
        p_case.human_requested := true;
        IF p_case.outcome IS NOT NULL THEN
            p_case.outcome := NULL;
            p_case.is_automatic := false;
            p_case.advice_against := true;
            p_case.decision_round := p_case.decision_round + 1;
        END IF;
    WHEN 'propose_refusal' THEN
        p_case.proposer := p_who.account;
        p_case.proposal_reason := p_act->>'reason';
        p_case.proposal_basis := p_act->>'basis';
    WHEN 'reject_proposal' THEN
        p_case.proposer := NULL;
    ELSE
        NULL;
    END CASE;
    p_case := core.move_case(p_case, p_move);
    p_case.version := p_case.version + 1;
    p_case.changed_at := p_head.at;
    RETURN p_case;
END $$;

-- The body of the event: what the client adds, and over it what the centre knows.
CREATE FUNCTION core.body_of(p_case core.permit_case, p_act jsonb, p_rule core.act_rule, p_item core.item) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_body jsonb := coalesce(p_act->'say', '{}');
    v_detail jsonb := '{}';
BEGIN
    IF coalesce(p_act->>'document', '') <> '' THEN
        v_body := v_body || jsonb_build_object('document', p_act->>'document');
    END IF;
    IF p_case.version = 1 THEN
        v_detail := jsonb_build_object('application', encode(sha256(convert_to(p_act->>'application', 'UTF8')), 'hex'));
    END IF;
    IF p_rule.accepts THEN
        v_body := v_body || jsonb_build_object('acceptance_no', p_case.acceptance_no)
            || CASE WHEN p_case.pinned_model IS NULL THEN '{}'
               ELSE jsonb_build_object('pinned_model', encode(p_case.pinned_model, 'hex')) END;
    END IF;
    IF p_rule.act = 'refer' AND (p_act->>'advice_against')::boolean THEN
        v_body := v_body || '{"advice_against": true}';
    END IF;
    IF p_rule.act IN ('countersign', 'reject_proposal') AND p_case.proposer IS NOT NULL THEN
        v_body := v_body || jsonb_build_object('proposer', p_case.proposer);
    END IF;
    IF p_rule.decides IS NOT NULL THEN
        v_body := v_body || jsonb_build_object('power_entry', p_item.power_entry);
        IF p_case.is_automatic THEN
            v_detail := jsonb_build_object('model', p_act->>'model', 'capsule', p_act->>'capsule');
        END IF;
    END IF;
    IF coalesce(p_act->>'signer', '') <> '' THEN
        v_body := v_body || (SELECT jsonb_build_object('signer', s.signer, 'signer_role', s.role) FROM core.signature s
                             WHERE s.district = p_case.district AND s.case_id = p_case.id
                               AND s.version = p_case.version - 1 AND s.act = p_rule.act AND s.signer = p_act->>'signer');
    END IF;
    IF v_detail <> '{}' THEN
        v_body := v_body || jsonb_build_object('detail', coalesce(v_body->'detail', '{}') || v_detail);
    END IF;
    RETURN core.canonical(v_body);
END $$;

-- Extends the district's chain by one event and returns the new end.
CREATE FUNCTION core.append_event(p_head core.head, p_event core.ledger, p_body text) RETURNS core.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    p_head.n := p_head.n + 1;
    p_event.n := p_head.n;
    p_event.body_digest := sha256(convert_to(p_body, 'UTF8'));
    p_head.hash := sha256(p_head.hash || int8send(p_head.n) || core.event_digest(p_event));
    p_event.hash := p_head.hash;
    INSERT INTO core.ledger VALUES (p_event.*);
    INSERT INTO core.ledger_body VALUES (p_event.district, p_event.n, p_body);
    RETURN p_head;
END $$;

RESET ROLE;
