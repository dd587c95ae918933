-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Acts and claims as commands of a device: in the device's order, each at most once, each with an outcome that
-- stays. One call is one transaction in one district.

SET ROLE tongban_owner;

CREATE FUNCTION core.do_act(p_head core.head, p_who core.account, p_device uuid, p_act jsonb) RETURNS core.answer
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
        SELECT * INTO v_opened FROM core.open_case(p_head, p_who, p_act, v_application, v_item);
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
    RETURN core.carry_out(p_head, p_who, p_act, v_rule, v_move, v_case, v_item, v_reason, v_basis);
END $$;

CREATE FUNCTION core.carry_out(p_head core.head, p_who core.account, p_act jsonb, p_rule core.act_rule,
                               p_move core.workflow, p_case core.permit_case, p_item core.item, p_reason text, p_basis text)
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
                   p_reason, p_basis, NULL, NULL)::core.ledger;
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

-- claim, release, seize. A claim is no act: it changes no standing and is not in the chain; core.op keeps who
-- claimed what and when. Its token comes from the district's counter and only ever rises.
CREATE FUNCTION core.do_claim(p_head core.head, p_who core.account, p_device uuid, p_act jsonb) RETURNS core.answer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.permit_case;
    v_claim core.claim;
    v_kind text := p_act->>'kind';
    v_live boolean;
BEGIN
    SELECT * INTO v_case FROM core.permit_case c WHERE c.district = p_head.district AND c.id = (p_act->>'case')::uuid;
    IF p_act->>'role' NOT IN ('clerk', 'approver', 'supervisor') OR (v_kind = 'seize' AND p_act->>'role' <> 'supervisor')
       OR NOT core.may(p_who.account, p_act->>'role', p_head.district, coalesce(v_case.item, '')) THEN
        RETURN core.answer_of('refused:no_right', NULL, p_head);
    ELSIF v_case.id IS NULL THEN
        RETURN core.answer_of('conflict:no_such_case', NULL, p_head);
    END IF;
    SELECT * INTO v_claim FROM core.claim c WHERE c.district = v_case.district AND c.case_id = v_case.id;
    v_live := coalesce(v_claim.expires_at > clock_timestamp(), false);
    IF v_kind = 'release' THEN
        DELETE FROM core.claim WHERE district = v_case.district AND case_id = v_case.id
            AND account = p_who.account AND device = p_device;
        RETURN ROW(CASE WHEN FOUND THEN 'applied' ELSE 'conflict' END, CASE WHEN FOUND THEN 'released' ELSE 'claim_lost' END,
                   NULL, v_case.version, NULL, p_head)::core.answer;
    ELSIF (SELECT s.is_final FROM core.state s WHERE s.state = v_case.state) THEN
        RETURN core.answer_of('conflict:undefined_here', v_case.version, p_head);
    ELSIF v_kind = 'claim' AND v_live AND (v_claim.account <> p_who.account OR v_claim.device <> p_device) THEN
        RETURN core.answer_of('conflict:claim_held', v_case.version, p_head);
    ELSIF (SELECT count(*) FROM core.claim c WHERE c.account = p_who.account AND c.expires_at > clock_timestamp()
           AND (c.district, c.case_id) <> (v_case.district, v_case.id)) >= core.limit_('most_open_claims') THEN
        RETURN core.answer_of('refused:too_many_claims', v_case.version, p_head);
    END IF;
    p_head.token := p_head.token + 1;
    INSERT INTO core.claim (district, case_id, account, device, token, expires_at)
    VALUES (v_case.district, v_case.id, p_who.account, p_device, p_head.token,
            clock_timestamp() + make_interval(mins => core.limit_('claim_minutes')))
    ON CONFLICT (district, case_id) DO UPDATE SET account = excluded.account, device = excluded.device,
        token = excluded.token, expires_at = excluded.expires_at;
    RETURN ROW('applied', 'claimed', NULL, v_case.version, p_head.token, p_head)::core.answer;
END $$;

-- Runs one command below a savepoint: an act that breaks harms only itself. Errors that say "later" (locks,
-- resources, shutdown) are no outcome and end the whole call.
CREATE FUNCTION core.run_op(p_head core.head, p_who core.account, p_device uuid, p_op uuid, p_body bytea)
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
        RETURN core.do_act(p_head, p_who, p_device, v_act);
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

RESET ROLE;
