/* SPDX-FileCopyrightText: The Tongban authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A bounded model of how desktops and a centre come together (core/sync, core/service/district_*.cpp, api.push),
   checked exhaustively with spin. Two desktops, one district, one case that both want to decide.

   Commands: 0 = an act that is always carried out, 1 = a decision, of which there is one. The network loses answers (a
   request that is lost is one that was not sent), repeats and reorders requests; a desktop may forget everything that is not
   on its disk at any moment; the centre may once be restored from a backup, which ends every connection, and somebody may
   say so or not.

   What must hold: one decision; nothing carried out twice; at rest every command has an outcome, what a desktop believes was
   carried out is in the ledger, and its copy is the ledger.

   Each of these takes a rule away, and the checker has to find that out:
     NO_KEY        the decision has no key of its own and nobody looks whether there is one
     NO_LOOKUP     the centre does not look a command up by its id, nor the number by its order
     FORGET        a desktop does not tell again what a restored centre has lost
     BLIND         a desktop takes what it is told at a place for its own act without comparing
     EARLY         a desktop takes a command for done when it is sent */

#define ND 2
#define MO 2
#define MOST 5
#define K(d, i) ((d) * MO + (i))

#define SAVED 0
#define TOLD 1
#define ATTENTION 2

/* The centre. out: 0 = unknown, 1 = carried out, 2 = conflict; led: command + 1 at each place. */
typedef Centre { byte last[ND]; byte out[4]; byte times[4]; byte decided; byte n; byte led[MOST]; byte at[4] }
Centre now_;
Centre backup;
bool isCopied = false;
bool isRestored = false;
byte epoch = 0;
bool isRepeated = false;

typedef Desktop { byte made; byte state[MO]; byte place[MO]; byte seq[MO]; byte next; byte cn; byte copy[MOST]; byte epoch; bool done }
Desktop desk[ND];

chan net = [1] of { byte, byte, byte }; /* desktop, command, number */
chan ans = [1] of { byte, byte, byte, byte }; /* desktop, command, 1 2 = outcome 3 = expected, place or number */

inline copyCentre(from, to) {
    to.last[0] = from.last[0]; to.last[1] = from.last[1];
    to.out[0] = from.out[0]; to.out[1] = from.out[1]; to.out[2] = from.out[2]; to.out[3] = from.out[3];
    to.times[0] = from.times[0]; to.times[1] = from.times[1]; to.times[2] = from.times[2]; to.times[3] = from.times[3];
    to.at[0] = from.at[0]; to.at[1] = from.at[1]; to.at[2] = from.at[2]; to.at[3] = from.at[3];
    to.decided = from.decided; to.n = from.n;
    to.led[0] = from.led[0]; to.led[1] = from.led[1]; to.led[2] = from.led[2]; to.led[3] = from.led[3]; to.led[4] = from.led[4]
}

inline write(k) {
    now_.led[now_.n] = k + 1;
    now_.n++;
    now_.at[k] = now_.n;
    now_.times[k]++
}

/* api.push for one command: known -> the same answer; out of order -> what is expected; else judged, with its outcome kept. */
inline judge(d, i, s) {
    k = K(d, i);
    if
#ifndef NO_LOOKUP
    :: now_.out[k] != 0 -> what = now_.out[k]; where = now_.at[k]
    :: now_.out[k] == 0 && s != now_.last[d] + 1 -> what = 3; where = now_.last[d] + 1
#endif
    :: else ->
        now_.last[d]++;
        if
#ifdef NO_KEY
        :: true -> write(k); what = 1; if :: i == 1 -> now_.decided++ :: else fi
#else
        :: i == 1 && now_.decided > 0 -> what = 2
        :: else -> write(k); what = 1; if :: i == 1 -> now_.decided++ :: else fi
#endif
        fi;
        now_.out[k] = what; where = now_.at[k]
    fi
}

active proctype Server()
{
    byte d, i, s, k, what, where;
end:
    do
    :: atomic { net ? d, i, s ->
        judge(d, i, s);
        if
        :: nfull(ans) -> ans ! d, i, what, where
        :: true /* the answer is lost, or the desktop dies before it has written it down */
        fi;
        d = 0; i = 0; s = 0; k = 0; what = 0; where = 0 }
#ifndef CALM
    :: atomic { !isCopied && !isRestored -> copyCentre(now_, backup); isCopied = true }
    :: atomic { isCopied && !isRestored -> copyCentre(backup, now_); isRestored = true;
        if :: epoch = 1 :: true /* nobody says so */ fi;
        do :: net ? _, _, _ :: ans ? _, _, _, _ :: empty(net) && empty(ans) -> break od }
#endif
    od
}

/* Numbers what waits anew, from what the centre expects. */
inline renumber(me, first) {
    desk[me].next = first;
    j = 0;
    do
    :: j < desk[me].made ->
        if :: desk[me].state[j] == SAVED -> desk[me].seq[j] = desk[me].next; desk[me].next++ :: else fi;
        j++
    :: else -> break
    od;
    j = 0
}

/* The highest common place; what was carried out above it is told again. */
inline repair(me) {
    c = 0;
    do
    :: c < desk[me].cn && c < now_.n && desk[me].copy[c] == now_.led[c] -> c++
    :: else -> break
    od;
    do :: desk[me].cn > c -> desk[me].cn--; desk[me].copy[desk[me].cn] = 0 :: else -> break od;
#ifndef FORGET
    j = 0;
    do
    :: j < desk[me].made ->
        if :: desk[me].state[j] == TOLD && desk[me].place[j] > c -> desk[me].state[j] = SAVED; desk[me].place[j] = 0 :: else fi;
        j++
    :: else -> break
    od;
#endif
    desk[me].epoch = epoch;
    renumber(me, now_.last[me] + 1);
    c = 0
}

/* What one hash tells about everything before it. Unwritten places are 0 on both sides. */
#define SAME_AT(me, p) (desk[me].cn <= p || desk[me].copy[p] == now_.led[p])
#define SAME(me) (desk[me].cn <= now_.n && SAME_AT(me, 0) && SAME_AT(me, 1) && SAME_AT(me, 2) && SAME_AT(me, 3))

/* Told to be at a place where the copy has something else, or that the centre has not reached any more. */
#define MISSING(me, i) (desk[me].place[i] > desk[me].cn && desk[me].cn == now_.n && desk[me].epoch == epoch)
#define REPLACED(me, i) (desk[me].place[i] <= desk[me].cn && desk[me].place[i] > 0 && desk[me].copy[desk[me].place[i] - 1] != K(me, i) + 1)
#define LOST(me, i) (desk[me].state[i] == TOLD && (MISSING(me, i) || REPLACED(me, i)))
#define LOWEST(me) (desk[me].state[0] == SAVED && desk[me].made > 0 -> 0 : 1)
#define WAITS(me, i) (desk[me].made > i && desk[me].state[i] == SAVED)

#if defined(BLIND) || defined(FORGET)
#define SEEN_LOST(me) false
#else
#define SEEN_LOST(me) (LOST(me, 0) || LOST(me, 1))
#endif

proctype Client(byte me)
{
    byte i, w, p, c, j;
    do
    :: atomic { (WAITS(me, 0) || WAITS(me, 1)) && nfull(net) -> net ! me, LOWEST(me), desk[me].seq[LOWEST(me)];
#ifdef EARLY
        desk[me].state[LOWEST(me)] = TOLD; desk[me].place[LOWEST(me)] = 1
#endif
        }
    /* One of the two is enough, and keeps the states few. */
    :: atomic { me == 0 && WAITS(me, 0) && WAITS(me, 1) && nfull(net) -> net ! me, 1, desk[me].seq[1] } /* reordered */
    :: atomic { me == 0 && !isRepeated && !WAITS(me, 0) && nfull(net) -> isRepeated = true; net ! me, 0, desk[me].seq[0] } /* repeated */
    :: atomic { ans ?? [eval(me), _, _, _] -> ans ?? eval(me), i, w, p;
        if
        :: w == 3 && p < desk[me].seq[LOWEST(me)] -> repair(me)
        :: w == 1 && desk[me].state[i] == SAVED -> desk[me].state[i] = TOLD; desk[me].place[i] = p
        :: w == 2 && desk[me].state[i] == SAVED -> desk[me].state[i] = ATTENTION
        :: else
        fi;
        i = 0; w = 0; p = 0 }
    :: atomic { (desk[me].epoch != epoch || !SAME(me)) -> repair(me) }
    :: atomic { (desk[me].epoch == epoch && SAME(me) && desk[me].cn < now_.n) -> desk[me].copy[desk[me].cn] = now_.led[desk[me].cn]; desk[me].cn++ }
#if !defined(BLIND) && !defined(FORGET)
    :: atomic { desk[me].made > 0 && LOST(me, 0) -> desk[me].state[0] = SAVED; desk[me].place[0] = 0; renumber(me, now_.last[me] + 1) }
    :: atomic { desk[me].made > 1 && LOST(me, 1) -> desk[me].state[1] = SAVED; desk[me].place[1] = 0; renumber(me, now_.last[me] + 1) }
#endif
    :: atomic { (desk[me].made == MO && !WAITS(me, 0) && !WAITS(me, 1) && desk[me].cn == now_.n && SAME(me) &&
                 desk[me].epoch == epoch && (isRestored || !isCopied) && !SEEN_LOST(me) &&
                 (desk[me].state[0] != TOLD || desk[me].place[0] <= desk[me].cn) &&
                 (desk[me].state[1] != TOLD || desk[me].place[1] <= desk[me].cn)) -> desk[me].done = true; break }
    od
}

/* The second desktop only decides: that keeps the states few, and the first one has both kinds. */
inline begin() {
    desk[0].made = MO; desk[0].seq[0] = 1; desk[0].seq[1] = 2; desk[0].next = 3;
    desk[1].made = MO; desk[1].state[0] = ATTENTION; desk[1].seq[1] = 1; desk[1].next = 2
}

init { atomic { begin(); run Client(0); run Client(1) } }

#define UNTRUE(d, i) (desk[d].state[i] == TOLD && now_.out[K(d, i)] != 1)

/* Looked at in every state; the last two lines once a desktop has come to rest and nothing can be restored any more. */
active proctype Watch()
{
end:
    atomic {
        (now_.decided > 1 || now_.times[0] > 1 || now_.times[1] > 1 || now_.times[2] > 1 || now_.times[3] > 1 ||
         (isRestored && desk[0].done && (UNTRUE(0, 0) || UNTRUE(0, 1))) ||
         (isRestored && desk[1].done && (UNTRUE(1, 0) || UNTRUE(1, 1))) ||
         (!isCopied && desk[0].done && (UNTRUE(0, 0) || UNTRUE(0, 1)))) -> assert(false) }
}
